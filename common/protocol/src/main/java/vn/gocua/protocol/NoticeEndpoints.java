package vn.gocua.protocol;

import vn.gocua.protocol.content.NewNotice;

/** Notices on the walls. */
public final class NoticeEndpoints {
  public static final Endpoint<Void, Void> READ = Endpoint.get("/api/v1/notices");
  public static final Endpoint<Void, Void> READ_ALL = Endpoint.get("/api/v1/notices/all");
  public static final Endpoint<NewNotice, Void> PUBLISH =
      Endpoint.post("/api/v1/notices").takes(NewNotice.class);
  public static final Endpoint<Void, Void> WITHDRAW =
      Endpoint.post("/api/v1/notices/{id}/withdraw");

  private NoticeEndpoints() {}
}
