package vn.gocua.system.house;

import java.util.Locale;

/** The rules of the house, each with its list of frozen faults. */
enum Rule {
  CYCLES("Packages use each other without cycles. Frozen: the uses within a cycle."),
  EVENT_BUS("Only the package cluster uses Vert.x's event bus."),
  HAZELCAST("Only the packages live and cluster use Hazelcast."),
  VERTX("Only the packages http and cluster, and Engine, use Vert.x."),
  STORES("Only packages named sqlite or mongo use JDBC or MongoDB."),
  EXECUTORS("Only the packages base.time and http, and GroupCommit, make threads and timers."),
  HTTP_CLIENT("Only protocol.client uses java.net.http, and Osv, which asks a stranger."),
  VAADIN("Only the kiosk uses Vaadin, and there neither feed nor desk.data."),
  SYSTEM_CLOCK("Only Main, Engine and commands read the system's clock."),
  BUNDLES("Only the package base.text uses ResourceBundle, MessageFormat and Properties."),
  FEATURES("A feature uses another only along the list in FeatureEdges."),
  ENGINE_NAMES("In the engine no type is called *Desk, *Keeper, *Bus or *Words."),
  SAME_NAMES("No two top-level types of one program have the same name. Frozen: how many have it."),
  FILE_LINES("A file of Java or JavaScript has at most 300 lines, of CSS 400. Frozen: its lines."),
  METHOD_LINES("A method has at most 60 lines. Frozen: its lines."),
  PARAMETERS("A method or constructor has at most 7 parameters. Frozen: how many."),
  PACKAGE_FILES("A package has at most 20 files. Frozen: its files."),
  API_PATHS("Only the package protocol writes literals that begin with /api/. Frozen: how many."),
  LEADER_PATHS("Only DeskPages writes literals that begin with leader/. Frozen: how many."),
  LOCALES("Only the package base.text names a language or a locale. Frozen: how often."),
  CSS_CLASSES("A surface of the kiosk uses its own CSS classes only. Frozen: how many others.");

  private final String sentence;

  Rule(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  /** The name of its list, without the ending. */
  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
