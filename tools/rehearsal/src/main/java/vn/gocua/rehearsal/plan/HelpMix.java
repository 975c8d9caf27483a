package vn.gocua.rehearsal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Shares of activities, with people, minutes and groups of each. */
record HelpMix(List<String> activities, List<String> groups) {

  private static final String ON_DUTY = "on-duty";
  private static final String CLASS = "class";

  /** Shares of the activities that are known; one that a commune has added gets {@link #OTHER}. */
  private static final Map<String, Integer> SHARES =
      Map.of(
          "public-services",
          30,
          "digital-id",
          22,
          "apps",
          16,
          "payments",
          12,
          "commerce",
          6,
          "online-safety",
          8,
          CLASS,
          1,
          ON_DUTY,
          5);

  private static final int OTHER = 5;

  /** How often a visit names a group, in a hundred. */
  private static final Map<String, Integer> PRESENT =
      Map.of("elderly", 42, "disability", 8, "poor-household", 12);

  private static final Weights PEOPLE = Weights.parse("0 64 24 8 3 1");

  /** A piece of help, without its when and where. */
  record Help(String activity, int residents, List<String> groups, int minutes) {}

  Help any(RandomGenerator random) {
    Weights shares =
        new Weights(activities.stream().map(code -> SHARES.getOrDefault(code, OTHER)).toList());
    String activity = activities.get(shares.any(random));
    return switch (activity) {
      case ON_DUTY -> new Help(activity, 0, List.of(), 60 * random.nextInt(1, 5));
      case CLASS ->
          new Help(activity, random.nextInt(12, 41), named(random), 15 * random.nextInt(4, 9));
      default -> new Help(activity, PEOPLE.any(random), named(random), random.nextInt(5, 46));
    };
  }

  private List<String> named(RandomGenerator random) {
    List<String> named = new ArrayList<>();
    for (String group : groups) {
      if (random.nextInt(100) < PRESENT.getOrDefault(group, OTHER)) {
        named.add(group);
      }
    }
    return List.copyOf(named);
  }
}
