package vn.gocua.base.text;

/** Text within HTML. */
public final class Html {
  private Html() {}

  /** The text with every sign of markup written as an entity, for content and for attributes. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
