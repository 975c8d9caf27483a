package vn.gocua.engine.documents;

import java.util.HexFormat;
import java.util.Optional;

/**
 * Kinds of files that may be shared, recognised by their first bytes. The browser's type and the
 * name are ignored. Files are never unpacked here.
 */
public enum FileKind {
  PDF("application/pdf", "pdf", 0, "255044462d"),
  PNG("image/png", "png", 0, "89504e470d0a1a0a"),
  JPEG("image/jpeg", "jpg", 0, "ffd8ff"),
  WEBP("image/webp", "webp", 8, "57454250"),
  MP4("video/mp4", "mp4", 4, "66747970"),
  WEBM("video/webm", "webm", 0, "1a45dfa3");

  /** Number of bytes needed to recognise a file. */
  static final int HEAD = 16;

  private static final String RIFF = "52494646";

  private final String mediaType;
  private final String ending;
  private final int offset;
  private final String mark;

  FileKind(String mediaType, String ending, int offset, String mark) {
    this.mediaType = mediaType;
    this.ending = ending;
    this.offset = offset;
    this.mark = mark;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The kind of a file that begins so. */
  static Optional<FileKind> of(byte[] head) {
    for (FileKind kind : values()) {
      if (kind.begins(head)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private boolean begins(byte[] head) {
    String hex = HexFormat.of().formatHex(head);
    return hex.startsWith(mark, 2 * offset) && (this != WEBP || hex.startsWith(RIFF));
  }

  /** A name as given, freed of folders and control characters, ending as the kind does. */
  String named(String given) {
    String name =
        given
            .substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\"*:<>?|]", "")
            .strip()
            .replaceFirst("^\\.+", "");
    String stem = name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").strip();
    int[] letters = stem.codePoints().limit(100).toArray();
    return (letters.length == 0 ? "tai-lieu" : new String(letters, 0, letters.length))
        + "."
        + ending;
  }
}
