package vn.gocua.engine.privacy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.vault.AccessLog;
import vn.gocua.engine.vault.DataAccess;
import vn.gocua.protocol.privacy.AffectedList;

/** Finds whose personal data somebody has read, from the record of readings. Calls block. */
final class Affected {
  /** Rows of one answer. */
  private static final int MOST = 2_000;

  private final Campaign campaign;
  private final Journal journal;
  private final List<Kind> kinds;

  /**
   * @param kinds every kind of matter whose readings are recorded
   */
  Affected(Campaign campaign, Journal journal, List<Kind> kinds) {
    this.campaign = campaign;
    this.journal = journal;
    this.kinds = kinds;
  }

  /** The tickets of one kind of matter. */
  interface Tickets {
    /** The tickets of a matter that were there at a time, and whether their contact is kept now. */
    List<Ticket> of(String matter, Instant at);
  }

  /** A ticket or slip. */
  record Ticket(String code, boolean kept) {}

  /**
   * A kind of matter.
   *
   * @param name as the record of readings has it before the slash
   */
  record Kind(String name, Tickets tickets) {}

  /** Readings of one ticket. */
  private static final class Found {
    private final String kind;
    private final Ticket ticket;
    private final SortedSet<String> by = new TreeSet<>();
    private int readings;
    private @Nullable Instant first;
    private @Nullable Instant last;

    Found(String kind, Ticket ticket) {
      this.kind = kind;
      this.ticket = ticket;
    }

    void add(DataAccess reading) {
      readings++;
      by.add(reading.by());
      first = first == null || reading.at().isBefore(first) ? reading.at() : first;
      last = last == null || reading.at().isAfter(last) ? reading.at() : last;
    }

    AffectedList.Row row(Campaign campaign) {
      return new AffectedList.Row(
          kind,
          ticket.code(),
          ticket.kept() ? "kept" : "erased",
          readings,
          List.copyOf(by),
          local(campaign, first),
          local(campaign, last));
    }

    private static OffsetDateTime local(Campaign campaign, @Nullable Instant at) {
      return campaign.local(at == null ? Instant.EPOCH : at);
    }
  }

  /**
   * The tickets that were read.
   *
   * @param who null for all readers
   * @param before excludes readings from this moment on
   */
  AffectedList by(@Nullable String who, Instant from, Instant before) {
    Map<String, Found> found = new TreeMap<>();
    AccessLog.each(
        campaign.id(),
        journal,
        reading -> {
          if ((who == null || who.equals(reading.by()))
              && !reading.at().isBefore(from)
              && reading.at().isBefore(before)) {
            kinds.forEach(kind -> add(found, kind, reading));
          }
        });
    List<AffectedList.Row> rows = new ArrayList<>();
    found.values().stream()
        .limit(MOST)
        .map(each -> each.row(campaign))
        .sorted(Comparator.comparing(AffectedList.Row::first))
        .forEach(rows::add);
    return new AffectedList(rows, found.size() > MOST);
  }

  private static void add(Map<String, Found> found, Kind kind, DataAccess reading) {
    String prefix = kind.name() + "/";
    if (reading.about().startsWith(prefix)) {
      String matter = reading.about().substring(prefix.length());
      for (Ticket ticket : kind.tickets().of(matter, reading.at())) {
        found
            .computeIfAbsent(prefix + ticket.code(), _ -> new Found(kind.name(), ticket))
            .add(reading);
      }
    }
  }
}
