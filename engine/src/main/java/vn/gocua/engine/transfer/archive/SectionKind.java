package vn.gocua.engine.transfer.archive;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Event;

/**
 * A kind of transferred records, and the archive's section for them.
 *
 * @param section its name
 * @param fields of a record, for its fingerprint; null for those missing from a damaged line
 */
public record SectionKind<T>(
    String section, Class<T> type, Function<T, List<@Nullable String>> fields) {

  public static final SectionKind<Event> EVENTS =
      new SectionKind<>(
          "events",
          Event.class,
          e -> Arrays.asList(e.id(), e.stream(), e.type(), e.content(), e.details()));

  public static final SectionKind<SealedRecord> VAULT =
      new SectionKind<>(
          "vault",
          SealedRecord.class,
          r ->
              Arrays.asList(
                  r.ref(), r.sealed(), r.keptAt() == null ? null : r.keptAt().toString()));

  public static final SectionKind<DocumentPiece> DOCUMENTS =
      new SectionKind<>(
          "documents",
          DocumentPiece.class,
          p -> Arrays.asList(p.id(), String.valueOf(p.part()), p.bytes()));

  boolean isWhole(T record) {
    return !fields.apply(record).contains(null);
  }

  public void addTo(Fingerprint.Sum sum, T record) {
    sum.add(fields.apply(record));
  }

  /** Reads all records and returns their fingerprint. */
  public Fingerprint sum(Consumer<Consumer<T>> reading, Progress progress) {
    Fingerprint.Sum sum = new Fingerprint.Sum();
    reading.accept(record -> {
      addTo(sum, record);
      progress.advance(1);
    });
    progress.end();
    return sum.fingerprint();
  }

  /** Reads a source from first to last. */
  public Fingerprint survey(RecordSource<T> source, Progress progress) {
    progress.begin("step.reading", source.size());
    return sum(source::read, progress);
  }
}
