package vn.gocua.base.settings;

import java.util.List;

/** A program cannot start as it is configured; the message names every mistake, a line each. */
public final class InvalidConfig extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One line a mistake, each beginning with its place. */
  private final transient List<String> mistakes;

  public InvalidConfig(List<String> mistakes) {
    super(String.join("\n", mistakes));
    this.mistakes = mistakes;
  }

  public List<String> mistakes() {
    return mistakes;
  }
}
