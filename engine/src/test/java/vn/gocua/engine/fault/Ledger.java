package vn.gocua.engine.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What all phones together sent and were told. Safe for threads. */
final class Ledger {
  private final Map<String, Entry> entered = new HashMap<>();
  private final Set<String> acknowledged = new HashSet<>();
  private final Set<String> voidsAsked = new HashSet<>();
  private final Set<String> voidsAcknowledged = new HashSet<>();
  private final List<String> surprises = new ArrayList<>();
  private int answers;
  private int unknown;
  private int resentAndThere;

  synchronized void sending(Entry entry) {
    entered.putIfAbsent(entry.id(), entry);
    if (entry.replaces() != null) {
      voidsAsked.add(entry.replaces());
    }
  }

  synchronized void askingVoid(String id) {
    voidsAsked.add(id);
  }

  /** A check-in was answered, that had been sent with its own content. */
  synchronized void answered(Entry entry, String outcome) {
    boolean known = acknowledged.contains(entry.id());
    switch (outcome) {
      case "accepted" -> {
        if (known) {
          surprises.add(entry.id() + " was accepted although it had been acknowledged before");
        }
      }
      case "duplicate" -> {
        if (!known) {
          resentAndThere++;
        }
      }
      default -> surprises.add(entry.id() + " was answered «" + outcome + "»");
    }
    acknowledged.add(entry.id());
    if (entry.replaces() != null) {
      voidsAcknowledged.add(entry.replaces());
    }
  }

  /** Something that must not be taken was answered. */
  synchronized void answeredOther(String id, String outcome, String expected) {
    if (!outcome.equals(expected)) {
      surprises.add(id + " was answered «" + outcome + "», not «" + expected + "»");
    }
  }

  synchronized void voided(String id) {
    voidsAcknowledged.add(id);
  }

  synchronized void surprise(String what) {
    surprises.add(what);
  }

  /** A whole request was answered. */
  synchronized void requestAnswered() {
    answers++;
    notifyAll();
  }

  /** A whole request was not answered: its fate is unknown. */
  synchronized void requestUnknown() {
    unknown++;
  }

  /** Waits until so many more requests were answered. */
  synchronized void awaitAnswers(int more, long seconds)
      throws InterruptedException, TimeoutException {
    int enough = answers + more;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (answers < enough) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new TimeoutException("no answers in " + seconds + " s; surprises: " + surprises);
      }
      wait(left);
    }
  }

  synchronized int unknown() {
    return unknown;
  }

  /** How many check-ins turned out to be in the journal though their first answer was lost. */
  synchronized int resentAndThere() {
    return resentAndThere;
  }

  synchronized History history(
      List<History.Row> journal,
      tools.jackson.databind.JsonNode recount,
      tools.jackson.databind.JsonNode board) {
    return new History(
        Map.copyOf(entered),
        Set.copyOf(acknowledged),
        Set.copyOf(voidsAsked),
        Set.copyOf(voidsAcknowledged),
        List.copyOf(surprises),
        journal,
        recount,
        board);
  }
}
