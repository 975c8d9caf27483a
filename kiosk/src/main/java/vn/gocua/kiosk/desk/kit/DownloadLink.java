package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.InputStreamDownloadCallback;
import java.util.function.Supplier;
import vn.gocua.protocol.client.ApiRefusal;

/** A link to a file. A refusal of the engine is answered with its own status. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class DownloadLink extends Anchor {
  public DownloadLink(String text, Supplier<DownloadResponse> file) {
    this(text, (InputStreamDownloadCallback) _ -> file.get());
  }

  /**
   * @param file may ask of whom and where the file is wanted
   */
  public DownloadLink(String text, InputStreamDownloadCallback file) {
    super(
        DownloadHandler.fromInputStream(event -> {
          try {
            return file.complete(event);
          } catch (ApiRefusal e) {
            return DownloadResponse.error(e.unanswered() ? 503 : e.status());
          }
        }),
        AttachmentType.DOWNLOAD,
        text);
    addClassName("download-link");
  }
}
