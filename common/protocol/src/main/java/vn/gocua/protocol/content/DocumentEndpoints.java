package vn.gocua.protocol.content;

import java.io.InputStream;
import vn.gocua.protocol.endpoint.Endpoint;

/** Documents that leaders hand out for a while. */
public final class DocumentEndpoints {
  public static final Endpoint<Void, DocumentList> READ =
      Endpoint.get("/api/v1/documents").answers(DocumentList.class);
  public static final Endpoint<InputStream, DocumentList.Row> SHARE =
      Endpoint.post("/api/v1/documents").takes(InputStream.class).answers(DocumentList.Row.class);
  public static final Endpoint<Void, DocumentList.Row> WITHDRAW =
      Endpoint.post("/api/v1/documents/{id}/withdraw").answers(DocumentList.Row.class);
  public static final Endpoint<Void, InputStream> FETCH =
      Endpoint.get("/d/{token}").answers(InputStream.class);

  private DocumentEndpoints() {}
}
