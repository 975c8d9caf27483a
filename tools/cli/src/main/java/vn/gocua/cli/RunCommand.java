package vn.gocua.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.gocua.base.console.Console;
import vn.gocua.protocol.campaign.CampaignEndpoints;

/** An engine and a kiosk on this machine, watched and ended together. */
final class RunCommand {
  private final Installation installation;

  RunCommand(Installation installation) {
    this.installation = installation;
  }

  int run(boolean withoutVault) throws IOException, InterruptedException {
    int wrong = checkKiosk();
    if (wrong != 0) {
      return wrong;
    }
    refuseTakenPorts();
    Children children = new Children();
    children.onSignal(() -> {
      children.endAll();
      return 0;
    });
    Programs programs = new Programs(installation, children);
    Process engine =
        programs.startEngine(
            withoutVault ? List.of("--without-vault") : List.of(), Redirect.INHERIT);
    Process kiosk = programs.startKiosk();
    Console.say("cli.running", installation.kiosk.url());
    while (engine.isAlive() && kiosk.isAlive()) {
      children.nap(500);
    }
    throw programs.giveUp(engine, kiosk);
  }

  /** Checks the screens' settings before anything is started. */
  private int checkKiosk() throws IOException, InterruptedException {
    Map<String, String> told = installation.withoutEngineSecrets();
    return Foreground.run(
        Installation.command(installation.jar("kiosk"), List.of("check")), Path.of(""), told);
  }

  private void refuseTakenPorts() throws InterruptedException {
    Address engine = installation.engine;
    Address kiosk = installation.kiosk;
    if (engine.host().equals(kiosk.host()) && engine.port() == kiosk.port()) {
      throw new Failed(2, Console.text("cli.same-ports", String.valueOf(engine.port())));
    }
    if (engine.staysTaken()) {
      if (engine.answers(CampaignEndpoints.CAMPAIGN.path())) {
        throw new Failed(3, Console.text("cli.already-running", engine.url()));
      }
      throw taken(engine.port(), "GOCUA_ENGINE_PORT");
    }
    if (kiosk.staysTaken()) {
      throw taken(kiosk.port(), "GOCUA_KIOSK_PORT");
    }
  }

  private static Failed taken(int port, String setting) {
    return new Failed(4, Console.text("cli.port-taken", String.valueOf(port), setting));
  }
}
