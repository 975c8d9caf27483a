package vn.gocua.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.gocua.base.console.Console;
import vn.gocua.base.text.Language;

/** A made-up campaign with an engine, a kiosk and a data folder of its own. */
final class RehearseCommand {
  private static final List<String> OF_THE_REAL_ONE =
      List.of(
          "GOCUA_LEADER_PASSWORD",
          "GOCUA_KIOSK_TOKEN",
          "GOCUA_KIOSK_TOKEN_FILE",
          "GOCUA_VAULT_KEY_FILE",
          "GOCUA_JOURNAL_FILE",
          "GOCUA_PUBLIC_URL",
          "GOCUA_TRUSTED_PROXIES",
          "GOCUA_SCRAPE_TOKEN",
          "GOCUA_SCRAPE_TOKEN_FILE",
          "GOCUA_CLUSTER_HOST",
          "GOCUA_CLUSTER_PORT",
          "GOCUA_CLUSTER_MEMBERS",
          "GOCUA_EVENTBUS_PORT",
          "GOCUA_TLS_CERT",
          "GOCUA_TLS_KEY");

  /** The exit code of a rehearsal that a signal has ended. */
  private static final int STOPPED = 130;

  private final Options options;
  private final Children children = new Children();
  private final Installation installation;
  private final Programs programs;
  private final Path folder;
  private String systemTests = "";
  private boolean keep;

  /**
   * The command's options; numbers are passed on as they came.
   *
   * @param phones number of further phones in a browser; 0 for none
   * @param keep whether the data stays
   * @param hold whether the screens stay on at the end
   */
  record Options(
      String days,
      String speed,
      String teams,
      String seed,
      String phones,
      Language language,
      boolean keep,
      boolean hold) {}

  RehearseCommand(Path top, Options options, Clock clock) throws IOException, InterruptedException {
    this.options = options;
    this.keep = options.keep();
    installation = Installation.built(top);
    if (hasPages()) {
      SystemTests pages = new SystemTests(installation, "rehearse --phones");
      installation.environment.putAll(SystemTests.chromium());
      systemTests = pages.build();
    }
    installation.settled();
    programs = new Programs(installation, children);
    folder = Trial.folder(installation.data(), "data-rehearsal", "data", clock);
  }

  private boolean hasPages() {
    return !options.phones().equals("0");
  }

  int run() throws IOException, InterruptedException {
    layOut();
    children.onSignal(() -> end(STOPPED));
    Process engine = startEngine();
    Process kiosk = programs.startKiosk();
    Console.say("cli.rehearsal", installation.kiosk.url(), installation.engine.url(), folder);
    Path powerCut = folder.resolve("power-cut");
    List<String> story =
        new ArrayList<>(List.of("--seed", options.seed(), "--lang", options.language().tag()));
    if (hasPages()) {
      startPages(powerCut);
      story.addAll(List.of("--pages", folder.resolve("pages.json").toString()));
    }
    Process client =
        children.start(
            installation.jar("tools/rehearsal"), story, installation.environment, Redirect.INHERIT);
    while (engine.isAlive() && kiosk.isAlive() && client.isAlive()) {
      if (Files.exists(powerCut)) {
        Files.delete(powerCut);
        Console.say("cli.power-cut");
        children.kill(engine);
        engine = startEngine();
      }
      children.nap(500);
    }
    if (client.isAlive()) {
      throw programs.giveUp(engine, kiosk);
    }
    int verdict = children.ended(client);
    keep |= verdict != 0;
    if (options.hold()) {
      hold(engine, kiosk, verdict);
    }
    return end(verdict);
  }

  private Process startEngine() throws IOException, InterruptedException {
    return programs.startEngine(List.of(), Redirect.DISCARD);
  }

  private void hold(Process engine, Process kiosk, int verdict)
      throws IOException, InterruptedException {
    String password = Files.readString(folder.resolve("leader-password")).strip();
    Console.say("cli.hold", password);
    children.onSignal(() -> end(verdict));
    while (engine.isAlive() && kiosk.isAlive()) {
      children.nap(500);
    }
    throw programs.giveUp(engine, kiosk);
  }

  /**
   * Makes the rehearsal's own store, secrets, ports and configuration, so that nothing of a real
   * campaign can be reached. Only the campaign and its teams are copied.
   */
  private void layOut() throws IOException, InterruptedException {
    Map<String, String> environment = installation.environment;
    environment.keySet().removeAll(OF_THE_REAL_ONE);
    installation.engine =
        new Address("http", installation.engine.host(), installation.engine.port());
    environment.put("GOCUA_CLOCK", prepare());
    takeFreePorts();
    environment.put("GOCUA_DATA", folder.resolve("data").toString());
    environment.put("GOCUA_CONFIG", folder.resolve("config").toString());
    environment.put("GOCUA_JOURNAL", "sqlite");
    environment.put("GOCUA_LEADER_PASSWORD_FILE", folder.resolve("leader-password").toString());
    environment.put("GOCUA_ENGINE_PORT", String.valueOf(installation.engine.port()));
    environment.put("GOCUA_KIOSK_PORT", String.valueOf(installation.kiosk.port()));
    environment.put("GOCUA_ENGINE_URL", installation.engine.url());
    environment.put("GOCUA_PHONE_QUOTA", "0"); // its days are seconds, its hours are ours
  }

  /** Lays out configuration and password; returns the rehearsal's clock. */
  private String prepare() throws IOException, InterruptedException {
    List<String> arguments =
        List.of(
            "prepare",
            "--from",
            installation.setting("GOCUA_CONFIG"),
            "--to",
            folder.toString(),
            "--days",
            options.days(),
            "--teams",
            options.teams(),
            "--speed",
            options.speed(),
            "--lang",
            options.language().tag());
    ProcessBuilder builder =
        new ProcessBuilder(Installation.command(installation.jar("tools/rehearsal"), arguments))
            .redirectError(Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(installation.environment);
    Process process = builder.start();
    String clock = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      Trial.delete(folder);
      throw new Failed(2, "");
    }
    return clock.strip();
  }

  private void takeFreePorts() {
    String wanted = installation.engine.port() + ", " + installation.kiosk.port();
    installation.engine = installation.engine.free();
    Address kiosk = installation.kiosk.free();
    while (kiosk.port() == installation.engine.port()) {
      kiosk = kiosk.at(kiosk.port() + 1).free();
    }
    installation.kiosk = kiosk;
    String taken = installation.engine.port() + ", " + installation.kiosk.port();
    if (!wanted.equals(taken)) {
      Console.say("cli.other-ports", wanted, taken);
    }
  }

  /** The phones that are pages in a browser. */
  private void startPages(Path powerCut) throws IOException {
    children.start(
        installation.java("-cp", systemTests, "vn.gocua.system.rehearsal.RehearsalPages"),
        List.of(
            String.valueOf(installation.engine.port()),
            folder.resolve("leader-password").toString(),
            options.phones(),
            options.days(),
            options.seed(),
            powerCut.toString(),
            folder.resolve("pages.json").toString()),
        installation.withoutSecrets(),
        Redirect.to(folder.resolve("pages.log").toFile()));
  }

  private int end(int code) {
    children.endAll();
    if (keep) {
      Console.say("cli.rehearsal-kept", folder);
    } else {
      Trial.delete(folder);
    }
    return code;
  }
}
