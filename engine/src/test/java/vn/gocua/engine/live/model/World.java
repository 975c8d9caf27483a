package vn.gocua.engine.live.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One state of the model: a few events of two streams (a first try's day and the day a repeated try
 * may be repaired to), the journal, the live entries, what is under way on two engines, and what
 * may still go wrong. Immutable; equal worlds are explored once.
 *
 * @param phones per event: what its phone knows
 * @param journal per event: the stream it is stored under, −1 if it is not
 * @param entries per stream: how often each event is counted in it; null if absent from memory
 * @param loads per stream: journal snapshot of a fold under way; null if none
 * @param applies events under way to an entry
 * @param faults how many losses, crashes and lost answers may still happen
 */
record World(
    List<Phone> phones,
    List<Integer> journal,
    List<Entry> entries,
    List<Entry> loads,
    List<Apply> applies,
    boolean sweepDue,
    int faults) {

  static final int STREAMS = 2;

  /** What a phone knows of its event. */
  enum Phone {
    /** It has to send, for the first time or again. */
    SENDING,
    /** An engine has it, but has not answered. */
    WAITING,
    ANSWERED
  }

  /**
   * Counts per event of one stream's entry.
   *
   * @param absent not in memory
   */
  record Entry(boolean absent, List<Integer> counts) {
    static Entry none() {
      return new Entry(true, List.of());
    }

    static Entry of(List<Integer> counts) {
      return new Entry(false, List.copyOf(counts));
    }

    Entry plus(int event, boolean once) {
      List<Integer> sum = new ArrayList<>(counts);
      sum.set(event, once ? 1 : sum.get(event) + 1);
      return of(sum);
    }
  }

  /** An event on its way to an entry, from one of two engines. */
  record Apply(int event, int stream, int engine) implements Comparable<Apply> {
    @Override
    public int compareTo(Apply other) {
      return Arrays.compare(
          new int[] {event, stream, engine}, new int[] {other.event, other.stream, other.engine});
    }
  }

  static World begin(int events, int faults) {
    List<Phone> phones = new ArrayList<>();
    List<Integer> journal = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      phones.add(Phone.SENDING);
      journal.add(-1);
    }
    List<Entry> none = List.of(Entry.none(), Entry.none());
    return new World(phones, journal, none, none, List.of(), false, faults);
  }

  /** The journal of one stream, folded. */
  Entry fold(int stream) {
    List<Integer> counts = new ArrayList<>();
    for (int stored : journal) {
      counts.add(stored == stream ? 1 : 0);
    }
    return Entry.of(counts);
  }

  World phone(int event, Phone now) {
    return new World(
        replaced(phones, event, now), journal, entries, loads, applies, sweepDue, faults);
  }

  World journaled(int event, int stream) {
    return new World(
        phones, replaced(journal, event, stream), entries, loads, applies, sweepDue, faults);
  }

  World entry(int stream, Entry now) {
    return new World(
        phones, journal, replaced(entries, stream, now), loads, applies, sweepDue, faults);
  }

  World load(int stream, Entry now) {
    return new World(
        phones, journal, entries, replaced(loads, stream, now), applies, sweepDue, faults);
  }

  World with(Apply apply) {
    List<Apply> more = new ArrayList<>(applies);
    more.add(apply);
    more.sort(null);
    return new World(phones, journal, entries, loads, List.copyOf(more), sweepDue, faults);
  }

  World without(Apply apply) {
    List<Apply> fewer = new ArrayList<>(applies);
    fewer.remove(apply);
    return new World(phones, journal, entries, loads, fewer, sweepDue, faults);
  }

  World crashed(int engine) {
    List<Apply> left = applies.stream().filter(apply -> apply.engine() != engine).toList();
    return new World(phones, journal, entries, loads, left, true, faults - 1);
  }

  World swept() {
    return new World(phones, journal, entries, loads, applies, false, faults);
  }

  World fault() {
    return new World(phones, journal, entries, loads, applies, sweepDue, faults - 1);
  }

  /** What is wrong at any time: something counted that is not in the journal, twice, or lost. */
  Optional<String> wrong() {
    for (int stream = 0; stream < STREAMS; stream++) {
      Entry entry = entries.get(stream);
      for (int event = 0; !entry.absent() && event < journal.size(); event++) {
        int times = entry.counts().get(event);
        if (times > 1) {
          return Optional.of("event " + event + " counts " + times + " times");
        }
        if (times == 1 && journal.get(event) != stream) {
          return Optional.of("event " + event + " counts where the journal does not have it");
        }
      }
    }
    for (int event = 0; event < journal.size(); event++) {
      if (phones.get(event) == Phone.ANSWERED && journal.get(event) < 0) {
        return Optional.of("event " + event + " was acknowledged and is not in the journal");
      }
    }
    return Optional.empty();
  }

  /** What is wrong once nothing more can happen: an entry that is not the fold of its journal. */
  Optional<String> wrongAtRest() {
    for (int stream = 0; stream < STREAMS; stream++) {
      Entry entry = entries.get(stream);
      if (!entry.absent() && !entry.equals(fold(stream))) {
        return Optional.of(
            "stream " + stream + " rests at " + entry + ", its journal is " + fold(stream));
      }
    }
    return Optional.empty();
  }

  private static <T> List<T> replaced(List<T> list, int index, T now) {
    List<T> copy = new ArrayList<>(list);
    copy.set(index, now);
    return List.copyOf(copy);
  }
}
