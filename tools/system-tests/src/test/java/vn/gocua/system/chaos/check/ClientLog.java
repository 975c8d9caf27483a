package vn.gocua.system.chaos.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.gocua.system.chaos.check.ClientFact.Answered;
import vn.gocua.system.chaos.check.ClientFact.OtherAnswered;
import vn.gocua.system.chaos.check.ClientFact.Sent;
import vn.gocua.system.chaos.check.ClientFact.Surprised;
import vn.gocua.system.chaos.check.ClientFact.VoidAsked;
import vn.gocua.system.chaos.check.ClientFact.Voided;
import vn.gocua.system.chaos.check.History.Row;
import vn.gocua.system.chaos.check.History.Seen;

/**
 * What all phones together sent and were told, kept in memory and, if wanted, in a log that the
 * checker reads. Safe for threads.
 */
public final class ClientLog implements AutoCloseable {
  private final Map<String, Entry> entered = new HashMap<>();
  private final Set<String> acknowledged = new HashSet<>();
  private final Set<String> voidsAsked = new HashSet<>();
  private final Set<String> voidsAcknowledged = new HashSet<>();
  private final List<String> surprises = new ArrayList<>();
  private final @Nullable Writer log;
  private int answers;
  private int unknown;
  private int resentAndThere;

  /** One in memory only. */
  public ClientLog() {
    this.log = null;
  }

  /** One that writes a line for every fact, before it counts. */
  public ClientLog(Path file) throws IOException {
    this.log = Files.newBufferedWriter(file);
  }

  synchronized void take(ClientFact fact) {
    write(fact);
    switch (fact) {
      case Sent(Entry entry) -> {
        entered.putIfAbsent(entry.id(), entry);
        if (entry.replaces() != null) {
          voidsAsked.add(entry.replaces());
        }
      }
      case VoidAsked(String id) -> voidsAsked.add(id);
      case Answered(String id, String outcome) -> answered(id, outcome);
      case OtherAnswered(String id, String outcome, String expected) -> {
        if (!outcome.equals(expected)) {
          surprises.add(id + " was answered «" + outcome + "», not «" + expected + "»");
        }
      }
      case Voided(String id) -> voidsAcknowledged.add(id);
      case Surprised(String what) -> surprises.add(what);
    }
  }

  private void answered(String id, String outcome) {
    boolean known = !acknowledged.add(id);
    switch (outcome) {
      case "accepted" -> {
        if (known) {
          surprises.add(id + " was accepted although it had been acknowledged before");
        }
      }
      case "duplicate" -> {
        if (!known) {
          resentAndThere++;
        }
      }
      default -> surprises.add(id + " was answered «" + outcome + "»");
    }
    Entry entry = entered.get(id);
    if (entry != null && entry.replaces() != null) {
      voidsAcknowledged.add(entry.replaces());
    }
  }

  private void write(ClientFact fact) {
    if (log != null) {
      try {
        log.write(fact.line());
        log.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public void sending(Entry entry) {
    take(new Sent(entry));
  }

  public void askingVoid(String id) {
    take(new VoidAsked(id));
  }

  public void answered(Entry entry, String outcome) {
    take(new Answered(entry.id(), outcome));
  }

  public void answeredOther(String id, String outcome, String expected) {
    take(new OtherAnswered(id, outcome, expected));
  }

  public void voided(String id) {
    take(new Voided(id));
  }

  public void surprise(String what) {
    take(new Surprised(what));
  }

  /** A whole request was answered. */
  public synchronized void requestAnswered() {
    answers++;
    notifyAll();
  }

  /** A whole request was not answered: its fate is unknown. */
  public synchronized void requestUnknown() {
    unknown++;
  }

  /** Waits until so many more requests were answered. */
  public synchronized void awaitAnswers(int more, long seconds)
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

  public synchronized int unknown() {
    return unknown;
  }

  /** How many check-ins turned out to be in the journal though their first answer was lost. */
  public synchronized int resentAndThere() {
    return resentAndThere;
  }

  public synchronized History history(List<Row> journal, List<Seen> nodes) {
    return new History(
        Map.copyOf(entered),
        Set.copyOf(acknowledged),
        Set.copyOf(voidsAsked),
        Set.copyOf(voidsAcknowledged),
        List.copyOf(surprises),
        journal,
        nodes);
  }

  /** Writes out what is still on its way into the log. */
  public synchronized void flush() throws IOException {
    if (log != null) {
      log.flush();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (log != null) {
      log.close();
    }
  }
}
