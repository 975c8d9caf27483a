package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import java.util.function.Consumer;

/** Where one small file is dropped or chosen. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class FileDrop extends Upload {
  /**
   * @param most bytes of the file
   * @param taker given the whole file, by another thread than the page's
   * @param kinds endings of names that it takes, as {@code .csv}
   */
  public FileDrop(String choose, String drop, int most, Consumer<byte[]> taker, String... kinds) {
    super(new SmallFile(most, taker));
    setAcceptedFileExtensions(kinds);
    setMaxFiles(1);
    setMaxFileSize(most);
    setUploadButton(new Button(choose));
    setDropLabel(new Span(drop));
  }
}
