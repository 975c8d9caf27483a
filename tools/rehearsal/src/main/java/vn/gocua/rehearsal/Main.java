package vn.gocua.rehearsal;

import picocli.CommandLine;
import vn.gocua.base.console.Console;
import vn.gocua.base.console.Parent;

/** The rehearsal's entry point: {@code prepare} lays one out, without it one is lived. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Console.speakVietnamese();
    System.exit(new CommandLine(new RehearseCommand()).execute(Parent.watch(args)));
  }
}
