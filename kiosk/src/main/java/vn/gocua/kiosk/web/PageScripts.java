package vn.gocua.kiosk.web;

import java.util.List;
import org.jsoup.nodes.Document;
import vn.gocua.kiosk.screen.Versioned;

/**
 * Adds our own scripts ahead of Vaadin's: for a silent server, for live figures, for the residents'
 * kiosk, its camera and its scanner.
 */
final class PageScripts {
  /** In reverse, since each is put before the others. */
  private static final List<String> ADDRESSES =
      List.of(
          Versioned.address("/gocua/watch.js"),
          Versioned.address("/gocua/desk-live.js"),
          Versioned.address("/gocua/desk-print.js"),
          Versioned.address("/gocua/kiosk.js"),
          Versioned.address("/gocua/camera.js"),
          Versioned.address("/gocua/scanner.js"));

  private PageScripts() {}

  static void addTo(Document page) {
    for (String address : ADDRESSES) {
      page.head().prependElement("script").attr("src", address).attr("defer", true);
    }
  }
}
