package vn.gocua.rehearsal.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.rehearsal.counts.ExpectedCounts;

/**
 * Reads a phone's answers into the counts, and notes every one that an engine in order does not
 * give.
 */
final class Answers {
  private final String phone;
  private final ExpectedCounts counts;
  private final Set<UUID> taken = new HashSet<>();

  Answers(String phone, ExpectedCounts counts) {
    this.phone = phone;
    this.counts = counts;
  }

  boolean hasTaken(UUID id) {
    return taken.contains(id);
  }

  /**
   * Processes the answers to a batch.
   *
   * @param day of the campaign on which the answer came
   * @return settled items; the rest has to be sent again
   */
  List<Queued> settle(List<Queued> batch, List<VerdictList.Result> results, int day) {
    List<Queued> settled = new ArrayList<>();
    if (results.size() != batch.size()) {
      counts.surprise("%s: %d answers to %d items".formatted(phone, results.size(), batch.size()));
      return settled;
    }
    for (int i = 0; i < batch.size(); i++) {
      if (settle(batch.get(i), results.get(i), day)) {
        settled.add(batch.get(i));
      }
    }
    return settled;
  }

  private boolean settle(Queued queued, VerdictList.Result result, int day) {
    switch (result.outcome()) {
      case "accepted" -> accepted(queued, day);
      case "duplicate" -> duplicate(queued, day);
      case "conflict" -> {
        counts.conflict();
        expect(queued, result, Queued.Expected.CONFLICT);
      }
      case "rejected" -> {
        counts.rejected(String.valueOf(result.code()));
        if (!isLateCorrection(queued, day)) {
          expect(queued, result, Queued.Expected.REJECTED);
        }
      }
      default -> {
        counts.surprise("%s: %s is «%s»".formatted(phone, queued.id(), result.outcome()));
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a correction is refused for coming after the team's two days, which an outage can
   * cause.
   */
  private static boolean isLateCorrection(Queued queued, int day) {
    return queued.replaces() != null && day >= queued.counted().day() + 2;
  }

  private void accepted(Queued queued, int day) {
    boolean wanted = queued.expected() == Queued.Expected.TAKEN;
    if (!wanted || taken.contains(queued.id())) {
      counts.surprise(
          "%s: %s accepted, expected %s".formatted(phone, queued.id(), queued.expected()));
    }
    take(queued, day);
  }

  private void duplicate(Queued queued, int day) {
    counts.duplicate();
    switch (queued.expected()) {
      case TAKEN -> {
        if (!queued.tried()) {
          counts.surprise("%s: %s duplicate, never sent before".formatted(phone, queued.id()));
        }
        take(queued, day);
      }
      case KNOWN -> {}
      case REJECTED, CONFLICT ->
          counts.surprise(
              "%s: %s duplicate, expected %s".formatted(phone, queued.id(), queued.expected()));
    }
  }

  private void take(Queued queued, int day) {
    taken.add(queued.id());
    counts.taken(queued.id(), queued.counted(), day > queued.counted().day());
    if (queued.replaces() != null) {
      counts.withdrawn(queued.replaces());
    }
  }

  private void expect(Queued queued, VerdictList.Result result, Queued.Expected expected) {
    if (queued.expected() != expected) {
      counts.surprise(
          "%s: %s %s (%s), expected %s"
              .formatted(phone, queued.id(), result.outcome(), result.code(), queued.expected()));
    }
  }

  /** The answers to a batch that was settled before and sent once more: they may change nothing. */
  void repeated(List<Queued> batch, List<VerdictList.Result> results) {
    for (int i = 0; i < Math.min(batch.size(), results.size()); i++) {
      Queued queued = batch.get(i);
      String wanted =
          switch (queued.expected()) {
            case TAKEN, KNOWN -> "duplicate";
            case REJECTED -> "rejected";
            case CONFLICT -> "conflict";
          };
      String outcome = results.get(i).outcome();
      if (outcome.equals("duplicate")) {
        counts.duplicate();
      }
      if (!outcome.equals(wanted)) {
        counts.surprise(
            "%s: %s sent again is %s, expected %s".formatted(phone, queued.id(), outcome, wanted));
      }
    }
  }
}
