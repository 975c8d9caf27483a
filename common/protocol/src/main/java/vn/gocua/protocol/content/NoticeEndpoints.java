package vn.gocua.protocol.content;

import vn.gocua.protocol.endpoint.Endpoint;

/** Notices on the walls. */
public final class NoticeEndpoints {
  public static final Endpoint<Void, NoticeList> READ =
      Endpoint.get("/api/v1/notices").answers(NoticeList.class);
  public static final Endpoint<Void, NoticeList> READ_ALL =
      Endpoint.get("/api/v1/notices/all").answers(NoticeList.class);
  public static final Endpoint<NewNotice, NoticeList.Row> PUBLISH =
      Endpoint.post("/api/v1/notices").takes(NewNotice.class).answers(NoticeList.Row.class);
  public static final Endpoint<Void, NoticeList.Row> WITHDRAW =
      Endpoint.post("/api/v1/notices/{id}/withdraw").answers(NoticeList.Row.class);

  private NoticeEndpoints() {}
}
