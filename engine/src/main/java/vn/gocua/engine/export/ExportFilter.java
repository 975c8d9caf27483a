package vn.gocua.engine.export;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days, both included, and teams of an export.
 *
 * @param team null for all teams
 */
record ExportFilter(LocalDate from, LocalDate to, @Nullable String team) {
  boolean holds(LocalDate date, String otherTeam) {
    return !date.isBefore(from) && !date.isAfter(to) && (team == null || team.equals(otherTeam));
  }
}
