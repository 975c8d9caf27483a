package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import java.util.function.Consumer;

/** An upload of one small file at a time. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class FileDrop extends Upload {
  /**
   * @param most bytes of the file
   * @param taker gets the whole file, on another thread than the page's
   * @param kinds accepted endings of names, as {@code .csv}
   */
  public FileDrop(String choose, String drop, int most, Consumer<byte[]> taker, String... kinds) {
    super(new SmallFile(most, taker));
    setAcceptedFileExtensions(kinds);
    setMaxFiles(1);
    setMaxFileSize(most);
    setUploadButton(new Button(choose));
    setDropLabel(new Span(drop));
    // What was taken makes room for another: the one file of a list that may have one is gone.
    getElement().addEventListener("upload-success", _ -> clearFileList());
  }
}
