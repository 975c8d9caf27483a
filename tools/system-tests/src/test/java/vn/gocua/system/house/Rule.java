package vn.gocua.system.house;

import java.util.Collection;
import java.util.stream.Collectors;

/** The rules of the house. */
enum Rule {
  CYCLES("Packages use each other without cycles."),
  EVENT_BUS("Only the package cluster uses Vert.x's event bus."),
  HAZELCAST("Only the packages live and cluster use Hazelcast."),
  VERTX("Only the packages http and cluster, and Engine, use Vert.x."),
  STORES("Only packages named sqlite or mongo use JDBC or MongoDB."),
  EXECUTORS("Only the packages base.time and http, and GroupCommit, make threads and timers."),
  HTTP_CLIENT("Only protocol.client uses java.net.http, and Osv, which asks a stranger."),
  VAADIN("Only the kiosk uses Vaadin, and there neither feed nor desk.data."),
  SYSTEM_CLOCK("Only Main, Engine and commands read the system's clock."),
  BUNDLES("Only the package base.text uses ResourceBundle, MessageFormat and Properties."),
  YAML("Only the package base.settings uses the YAML library."),
  FEATURES("A feature uses another only along the list in FeatureEdges."),
  ENGINE_NAMES("In the engine no type is called *Desk, *Keeper, *Bus or *Words."),
  SAME_NAMES("No two top-level types of one program have the same name."),
  FILE_LINES("A file of Java or JavaScript has at most 300 lines, of CSS 400."),
  METHOD_LINES("A method has at most 60 lines."),
  PARAMETERS("A method or constructor has at most 7 parameters."),
  PACKAGE_FILES("A package has at most 20 files."),
  API_PATHS("Only the package protocol writes literals that begin with /api/."),
  LEADER_PATHS("Only DeskPages writes literals that begin with leader/."),
  LOCALES("Only the package base.text names a language or a locale."),
  CSS_CLASSES("A surface of the kiosk uses its own CSS classes only."),
  PAGE_STYLES("A page's desk-<name>.css has at most 150 lines, and classes of its name.");

  private final String sentence;

  Rule(String sentence) {
    this.sentence = sentence;
  }

  /**
   * Fails if anything breaks the rule, and says what and where.
   *
   * @throws AssertionError if there is a fault
   */
  void check(Collection<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new AssertionError(
          faults.stream()
              .sorted()
              .map(fault -> "\n  " + fault)
              .collect(Collectors.joining("", sentence + " Mend:", "")));
    }
  }
}
