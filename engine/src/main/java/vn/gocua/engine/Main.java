package vn.gocua.engine;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.gocua.base.console.Console;
import vn.gocua.base.console.Parent;
import vn.gocua.engine.commands.AdvisoriesCommand;
import vn.gocua.engine.commands.CarryOverCommand;
import vn.gocua.engine.commands.EraseCommand;
import vn.gocua.engine.commands.RecountCommand;
import vn.gocua.engine.commands.ResetPasswordCommand;
import vn.gocua.engine.commands.RotateKeyCommand;
import vn.gocua.engine.commands.ServeCommand;
import vn.gocua.engine.transfer.BackupCommand;
import vn.gocua.engine.transfer.MoveCommand;
import vn.gocua.engine.transfer.RestoreCommand;

/** The engine's entry point: serves, or runs one of the commands beside it. */
@Command(
    name = "gocua-engine",
    mixinStandardHelpOptions = true,
    subcommands = {
      RecountCommand.class,
      EraseCommand.class,
      CarryOverCommand.class,
      RotateKeyCommand.class,
      ResetPasswordCommand.class,
      MoveCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      AdvisoriesCommand.class
    },
    description = "Gõ Cửa engine. With no command: serve.")
public final class Main implements java.util.concurrent.Callable<Integer> {
  private Main() {}

  public static void main(String[] args) {
    // With two cores or fewer the common pool has one thread or none. Then the JDK and Hazelcast
    // start a new thread for every asynchronous answer.
    if (Runtime.getRuntime().availableProcessors() <= 2) {
      System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
    }
    Console.speakVietnamese();
    System.exit(new CommandLine(new Main()).execute(Parent.watch(args)));
  }

  @Option(
      names = "--without-vault",
      description = {
        "start although the vault's key is lost: contacts, authenticators, document links and the",
        "digits on tickets are gone for good; accounts sign in by their password alone"
      })
  private boolean withoutVault;

  @Override
  public Integer call() throws InterruptedException {
    return ServeCommand.untilStopped(Engine::start, withoutVault);
  }
}
