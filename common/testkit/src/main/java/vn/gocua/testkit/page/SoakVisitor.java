package vn.gocua.testkit.page;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.gocua.testkit.page.SoakTree.Node;

/** Visitors at one screen, one after the other, with random wishes. */
public final class SoakVisitor {
  /** The engine lets a screen send some, and no flood. */
  private static final int MOST_REQUESTS = 20;

  private static final String[] KEYS = {
    "n", "g", "u", "y", "ê", "n", "nga", "space", "l", "a", "n"
  };

  private final SoakScreen screen;
  private final Random lot;
  private final List<String> tickets;
  private int requests;
  private int gaveUp;

  /**
   * @param tickets codes that can be looked up
   */
  public SoakVisitor(SoakScreen screen, long seed, List<String> tickets) {
    this.screen = screen;
    this.lot = new Random(seed);
    this.tickets = tickets;
  }

  /** Plays one visit, which ends at home or by walking off in the middle. */
  public void visit() throws IOException, InterruptedException {
    awaitHome();
    try {
      want();
    } catch (SoakScreen.NotShown _) {
      // No effect of any touch in all that time: the visitor gives up.
      gaveUp++;
    }
    if (lot.nextInt(3) == 0 && screen.tree().first(n -> n.is("foot-home")).isPresent()) {
      tap("foot-home");
    }
    if (screen.tree().first(SoakVisitor::isHome).isEmpty()) {
      screen.send(shell().id, "gocua-left", Map.of());
    }
    awaitHome();
  }

  private void want() throws IOException, InterruptedException {
    switch (lot.nextInt(7)) {
      case 0 -> learn();
      case 1 -> findTeam();
      case 2, 3 -> askForHelp();
      case 4 -> lookUp();
      case 5 -> seeClasses();
      default -> lookAround();
    }
  }

  /** Number of visitors who gave up. */
  public int gaveUp() {
    return gaveUp;
  }

  private static boolean isHome(Node node) {
    return node.is("shell") && node.has("data-where", "home");
  }

  private Node shell() throws IOException, InterruptedException {
    return screen.await("shell");
  }

  public void awaitHome() throws IOException, InterruptedException {
    screen.await(SoakVisitor::isHome);
  }

  private void tap(String className) throws IOException, InterruptedException {
    screen.click(screen.await(className));
  }

  private void door(int which) throws IOException, InterruptedException {
    screen.click(screen.all("choice").get(which));
  }

  private void press(String key) throws IOException, InterruptedException {
    screen.click(screen.await(n -> n.has("data-key", key)));
  }

  private void choose() throws IOException, InterruptedException {
    screen.await("choice");
    List<Node> choices = screen.all("choice");
    screen.click(choices.get(lot.nextInt(choices.size())));
  }

  private void learn() throws IOException, InterruptedException {
    door(2);
    screen.touch(n -> n.attributes.containsKey("data-guide"), n -> n.is("guide-about"));
    for (int step = 0; step <= lot.nextInt(4); step++) {
      tap("foot-onwards");
      if (step == 1 && lot.nextBoolean()) {
        tap("tool-language");
        tap("foot-back");
      }
    }
  }

  private void findTeam() throws IOException, InterruptedException {
    door(1);
    screen.await("hamlet");
    List<Node> hamlets = screen.all("hamlet");
    screen.click(hamlets.get(lot.nextInt(hamlets.size())));
    Node team = screen.await(n -> n.attributes.containsKey("data-team") || n.is("take-home"));
    if (team.attributes.containsKey("data-team")) {
      screen.click(team);
    }
  }

  private void askForHelp() throws IOException, InterruptedException {
    door(0);
    choose();
    screen.await("hamlet");
    List<Node> hamlets = screen.all("hamlet");
    screen.click(hamlets.get(lot.nextInt(hamlets.size())));
    choose();
    screen.click(screen.all("choice").getFirst());
    for (String key : KEYS) {
      press(key);
    }
    if (lot.nextInt(4) == 0) {
      return;
    }
    tap("foot-onwards");
    for (char digit : "09%08d".formatted(lot.nextInt(100_000_000)).toCharArray()) {
      press(String.valueOf(digit));
    }
    tap("foot-onwards");
    press("x");
    press("a");
    tap("foot-onwards");
    screen.await("points");
    if (requests < MOST_REQUESTS && lot.nextInt(4) == 0) {
      requests++;
      tap("foot-onwards");
      screen.await("made");
    }
  }

  private void lookUp() throws IOException, InterruptedException {
    door(4);
    String code = tickets.get(lot.nextInt(tickets.size()));
    for (char digit : code.substring(code.indexOf('-') + 1).toCharArray()) {
      press(String.valueOf(digit));
    }
    tap("foot-onwards");
    screen.await("ticket-page");
    if (lot.nextBoolean()) {
      tap("tool-contrast");
    }
  }

  private void seeClasses() throws IOException, InterruptedException {
    door(3);
    screen.touch(n -> n.attributes.containsKey("data-class"), n -> n.is("class-page"));
    tap("foot-onwards");
    for (String key : KEYS) {
      press(key);
    }
  }

  private void lookAround() throws IOException, InterruptedException {
    if (lot.nextBoolean()) {
      screen.send(shell().id, "gocua-rest", Map.of());
      tap("rest");
      awaitHome();
    }
    tap("tool-size");
    door(5);
    screen.await("board");
  }
}
