package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;
import vn.gocua.base.text.Texts;

/** The texts of {@link FileDrop}. */
public final class UploadTexts {
  private UploadTexts() {}

  /**
   * The texts of a place where files are dropped.
   *
   * @param kinds which files it takes
   * @param most the largest it takes
   */
  public static UploadI18N of(Texts texts, String kinds, long most) {
    return new UploadI18N()
        .setDropFiles(
            new UploadI18N.DropFiles()
                .setOne(texts.get("upload.drop"))
                .setMany(texts.get("upload.drop")))
        .setAddFiles(
            new UploadI18N.AddFiles()
                .setOne(texts.get("upload.choose"))
                .setMany(texts.get("upload.choose")))
        .setError(
            new UploadI18N.Error()
                .setTooManyFiles(texts.get("upload.tooMany"))
                .setFileIsTooBig(texts.get("upload.tooBig", DeskFigures.bytes(texts, most)))
                .setIncorrectFileType(texts.get("upload.wrongKind", kinds)))
        .setUploading(
            new UploadI18N.Uploading()
                .setStatus(
                    new UploadI18N.Uploading.Status()
                        .setConnecting(texts.get("upload.connecting"))
                        .setStalled(texts.get("upload.stalled"))
                        .setProcessing(texts.get("upload.processing"))
                        .setHeld(texts.get("upload.held")))
                .setRemainingTime(
                    new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(texts.get("upload.remaining"))
                        .setUnknown(texts.get("upload.remaining.unknown")))
                .setError(
                    new UploadI18N.Uploading.Error()
                        .setServerUnavailable(texts.get("upload.failed"))
                        .setUnexpectedServerError(texts.get("upload.refused"))
                        .setForbidden(texts.get("upload.refused"))))
        .setFile(
            new UploadI18N.File()
                .setRetry(texts.get("upload.retry"))
                .setStart(texts.get("upload.start"))
                .setRemove(texts.get("upload.remove")))
        .setUnits(List.of("B", "KB", "MB", "GB"), 1024);
  }
}
