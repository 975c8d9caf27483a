package vn.gocua.engine.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.fact.AuditLine;
import vn.gocua.engine.table.CsvWriter;

/**
 * The record of processing: what was done with personal data, how often, of how many tickets. Made
 * from the audit, so it names no resident.
 */
record ProcessingRecord(Collection<Row> rows) {
  /** Audited acts on personal data. */
  static final Set<String> CODES =
      Set.of(
          "personal-data-read",
          "help-carried-in",
          "help-carried-out",
          "help-contact-erased",
          "help-expired",
          "help-groups-withdrawn",
          "exported",
          "vault-given-up");

  /**
   * One kind of act.
   *
   * @param what the audit's code
   * @param why the purpose of a reading, the reason of an erasure, or the file of an export
   * @param times how often
   * @param matters of how many tickets and classes
   * @param people how many accounts and phones did it
   */
  record Row(
      String what, String why, int times, int matters, int people, Instant first, Instant last) {}

  /** Adds up the audit's lines, which may be of any order. */
  static ProcessingRecord of(List<AuditLine> lines) {
    TreeMap<String, Row> rows = new TreeMap<>();
    TreeMap<String, Set<String>> matters = new TreeMap<>();
    TreeMap<String, Set<String>> people = new TreeMap<>();
    for (AuditLine line : lines) {
      String why = why(line);
      String key = line.what() + "\n" + why;
      Set<String> about = matters.computeIfAbsent(key, _ -> new TreeSet<>());
      about.add(line.about());
      Set<String> by = people.computeIfAbsent(key, _ -> new TreeSet<>());
      by.add(line.who());
      Row now = new Row(line.what(), why, 1, about.size(), by.size(), line.at(), line.at());
      rows.merge(key, now, ProcessingRecord::sum);
    }
    return new ProcessingRecord(rows.values());
  }

  private static String why(AuditLine line) {
    return Stream.of("purpose", "why", "file")
        .map(line.details()::get)
        .filter(value -> value != null)
        .findFirst()
        .orElse(line.what().equals("exported") ? line.about() : "");
  }

  private static Row sum(Row before, Row more) {
    return new Row(
        more.what(),
        more.why(),
        before.times() + 1,
        more.matters(),
        more.people(),
        before.first().isBefore(more.first()) ? before.first() : more.first(),
        before.last().isAfter(more.last()) ? before.last() : more.last());
  }

  /** Writes it as a table. */
  void write(Texts texts, ZoneId zone, OutputStream file) throws IOException {
    CsvWriter csv = new CsvWriter(file);
    csv.row(
        Stream.of("what", "why", "times", "matters", "people", "first", "last")
            .map(column -> texts.get("processing." + column))
            .toList());
    for (Row row : rows) {
      csv.row(
          List.of(
              texts.ofCode("deed", row.what()),
              texts.ofCode("processing.why", row.why()),
              row.times(),
              row.matters(),
              row.people(),
              LocalDateTime.ofInstant(row.first(), zone),
              LocalDateTime.ofInstant(row.last(), zone)));
    }
    csv.close();
  }
}
