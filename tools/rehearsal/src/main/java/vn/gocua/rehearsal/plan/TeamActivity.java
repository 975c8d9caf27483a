package vn.gocua.rehearsal.plan;

import java.util.random.RandomGenerator;

/** Activity of a team: its work relative to the average, and how often it rests for a day. */
public enum TeamActivity {
  TIRELESS(15, 1.5, 0.0),
  STEADY(50, 1.1, 0.01),
  SLOW(25, 0.75, 0.06),
  RELUCTANT(10, 0.35, 0.25);

  private final int share;
  private final double pace;
  private final double idleDays;

  TeamActivity(int share, double pace, double idleDays) {
    this.share = share;
    this.pace = pace;
    this.idleDays = idleDays;
  }

  /** This team's check-ins for every one of an average team. */
  public double pace() {
    return pace;
  }

  /** The probability of a day on which the team does nothing. */
  public double idleDays() {
    return idleDays;
  }

  /** A team's activity, drawn by how common each is. */
  public static TeamActivity any(RandomGenerator random) {
    int left = random.nextInt(100);
    for (TeamActivity activity : values()) {
      left -= activity.share;
      if (left < 0) {
        return activity;
      }
    }
    throw new AssertionError("the shares make a hundred");
  }
}
