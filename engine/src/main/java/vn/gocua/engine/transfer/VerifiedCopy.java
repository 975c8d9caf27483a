package vn.gocua.engine.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.StagedJournal;
import vn.gocua.engine.transfer.TransferFailed.Reason;
import vn.gocua.engine.transfer.archive.Fingerprint;
import vn.gocua.engine.transfer.archive.Progress;
import vn.gocua.engine.transfer.archive.RecordSource;
import vn.gocua.engine.transfer.archive.SectionKind;

/**
 * Copies every event of a source into a staged journal, and verifies the copy.
 *
 * <p>An interrupted copy is resumed: present events are compared and skipped. Before writing, it
 * makes sure that the target holds events of this source only.
 */
final class VerifiedCopy {
  private static final int BATCH = 1000;

  private final RecordSource<Event> source;
  private final StagedJournal target;
  private final Progress progress;

  VerifiedCopy(RecordSource<Event> source, StagedJournal target, Progress progress) {
    this.source = source;
    this.target = target;
    this.progress = progress;
  }

  /**
   * Copies and checks.
   *
   * @param expected result of the source's survey
   * @return number of events in the target before
   * @throws TransferFailed if the target holds other events, or the two sides differ in the end;
   *     the unfinished copy stays
   */
  long run(Fingerprint expected) {
    Journal journal = target.journal();
    long before = journal.size();
    if (before > 0) {
      refuseOthers(journal, before, expected.count());
    }
    progress.begin("step.copying", expected.count());
    Fingerprint.Sum copied = new Fingerprint.Sum();
    inBatches(batch -> {
      batch.forEach(event -> SectionKind.EVENTS.addTo(copied, event));
      append(journal, before == 0 ? batch : missing(journal, batch));
      progress.advance(batch.size());
    });
    progress.end();
    if (!copied.fingerprint().equals(expected)) {
      throw new TransferFailed(Reason.EVENTS, "copy.source-changed", target.place());
    }
    prove(journal, expected);
    return before;
  }

  private void prove(Journal journal, Fingerprint expected) {
    progress.begin("step.proving", expected.count());
    Fingerprint held = SectionKind.EVENTS.sum(reader -> journal.readAll("", reader), progress);
    if (!held.equals(expected)) {
      throw new TransferFailed(
          Reason.EVENTS,
          "copy.different",
          expected.count(),
          held.count(),
          expected.hash(),
          held.hash(),
          target.place());
    }
  }

  private void refuseOthers(Journal journal, long before, long total) {
    progress.begin("step.comparing", total);
    long[] known = new long[1];
    inBatches(batch -> {
      known[0] += batch.size() - missing(journal, batch).size();
      progress.advance(batch.size());
    });
    progress.end();
    if (known[0] != before) {
      throw new TransferFailed(
          Reason.IN_THE_WAY, "target.others", target.place(), before - known[0]);
    }
  }

  /** Those of a batch that the journal has not; each that it has must be the same to the letter. */
  private List<Event> missing(Journal journal, List<Event> batch) {
    Map<String, Event> held = journal.find(batch.stream().map(Event::id).toList());
    List<Event> missing = new ArrayList<>();
    for (Event event : batch) {
      Event there = held.get(event.id());
      if (there == null) {
        missing.add(event);
      } else if (!there.equals(event)) {
        throw conflict(event.id());
      }
    }
    return missing;
  }

  private void append(Journal journal, List<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    List<Appended> outcomes = journal.append(events);
    for (int i = 0; i < events.size(); i++) {
      if (!outcomes.get(i).stored().equals(events.get(i))) {
        throw conflict(events.get(i).id());
      }
    }
  }

  private TransferFailed conflict(String id) {
    return new TransferFailed(Reason.IN_THE_WAY, "target.conflict", target.place(), id);
  }

  private void inBatches(Consumer<List<Event>> taker) {
    List<Event> batch = new ArrayList<>(BATCH);
    source.read(event -> {
      batch.add(event);
      if (batch.size() == BATCH) {
        taker.accept(batch);
        batch.clear();
      }
    });
    taker.accept(batch);
  }
}
