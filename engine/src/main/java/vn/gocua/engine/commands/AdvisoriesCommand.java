package vn.gocua.engine.commands;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.gocua.base.console.Console;
import vn.gocua.engine.advisories.Advisory;
import vn.gocua.engine.advisories.BillOfMaterials;
import vn.gocua.engine.advisories.Osv;
import vn.gocua.engine.advisories.OsvUnavailable;
import vn.gocua.engine.advisories.Part;

/** Looks up known vulnerabilities of the programs' parts in OSV. */
@Command(
    name = "advisories",
    mixinStandardHelpOptions = true,
    description =
        "Asks the database OSV for known holes in what these jars are made of. Exit code 0: none is"
            + " known; 1: some are; 2: a file cannot be read; 3: OSV could not be asked, so nothing"
            + " is known either way.")
public final class AdvisoriesCommand implements Callable<Integer> {
  /** Advisories whose details are read; of more, only the names are printed. */
  private static final int MOST_TOLD = 200;

  @Parameters(arity = "0..*", description = "jars, or CycloneDX documents; default: this jar")
  private List<Path> files = List.of();

  @Option(names = "--osv", defaultValue = "https://api.osv.dev", description = "OSV's address")
  private URI address = URI.create("https://api.osv.dev");

  @Option(names = "--seconds", defaultValue = "20", description = "how long an answer may take")
  private int seconds = 20;

  @Override
  public Integer call() throws InterruptedException {
    Set<Part> parts = new TreeSet<>();
    try {
      for (Path file : files.isEmpty() ? List.of(ownJar()) : files) {
        parts.addAll(BillOfMaterials.read(file));
      }
    } catch (IOException | URISyntaxException e) {
      Console.complain(Console.text("advisories.unreadable", String.valueOf(e.getMessage())));
      return 2;
    }
    if (parts.isEmpty() || !String.valueOf(address.getScheme()).matches("https?")) {
      Console.complain(Console.text("advisories.unreadable", parts.isEmpty() ? files : address));
      return 2;
    }
    try (Osv osv = new Osv(address, Duration.ofSeconds(seconds))) {
      return report(osv, parts.size(), osv.known(parts));
    } catch (OsvUnavailable e) {
      Console.complain(
          Console.text(
              "advisories.not-asked", address, parts.size(), String.valueOf(e.getMessage())));
      return 3;
    }
  }

  private static Path ownJar() throws URISyntaxException {
    return Path.of(
        AdvisoriesCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static int report(Osv osv, int asked, Map<Part, Set<String>> known)
      throws InterruptedException {
    int told = 0;
    int holes = 0;
    for (Map.Entry<Part, Set<String>> each : known.entrySet()) {
      for (String id : each.getValue()) {
        boolean stands =
            told++ < MOST_TOLD ? tell(osv, each.getKey(), id) : name(each.getKey(), id);
        holes += stands ? 1 : 0;
      }
    }
    if (holes == 0) {
      Console.say("advisories.none", asked);
      return 0;
    }
    Console.say("advisories.some", holes, asked);
    return 1;
  }

  /** Prints an advisory; returns whether it is still valid. */
  private static boolean tell(Osv osv, Part part, String id) throws InterruptedException {
    try {
      Advisory advisory = osv.advisory(id, part);
      if (advisory.withdrawn()) {
        return false;
      }
      Console.say(
          "advisories.one",
          part,
          id,
          advisory.aliases().isEmpty() ? "" : " = " + String.join(", ", advisory.aliases()),
          advisory.severity().isEmpty() ? "" : " [" + advisory.severity() + "]",
          advisory.summary(),
          advisory.fixed().isEmpty() ? "?" : String.join(", ", advisory.fixed()));
      return true;
    } catch (OsvUnavailable _) {
      return name(part, id);
    }
  }

  private static boolean name(Part part, String id) {
    Console.say("advisories.name", part, id);
    return true;
  }
}
