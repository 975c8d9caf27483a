package vn.gocua.engine.transfer.archive;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Event;

/**
 * A kind of records that are transferred, and the section of an archive that holds them.
 *
 * @param section the section's name
 * @param fields what makes a record, for its fingerprint; null for what a damaged line lacks
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

  /** Reads everything there is, and says what it amounts to. */
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
