package vn.gocua.rehearsal.client;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON of the API, as far as it is used here. */
final class Wire {
  private Wire() {}

  record Named(String code, String name) {}

  record Team(String code, String name, List<String> hamlets, int members) {}

  record Campaign(
      String name,
      LocalDate startDate,
      int days,
      String zone,
      List<Named> activities,
      List<Named> groups,
      List<Team> teams,
      boolean rehearsal) {}

  record SignIn(String username, String password) {}

  record Session(String token) {}

  record NewCode(int uses) {}

  record Code(String code) {}

  record Enrol(String code, UUID enrolment) {}

  record Device(String token) {}

  record Batch(OffsetDateTime sentAt, List<Item> checkIns) {}

  record Result(@Nullable String id, String outcome, @Nullable String code) {}

  record Results(List<Result> results) {}

  record VoidReason(String reason) {}

  record Problem(@Nullable String code) {}

  record Sums(
      long checkIns, long residents, Map<String, Long> byActivity, Map<String, Long> byGroup) {}

  record Day(int day, long checkIns, long residents) {}

  record TeamRow(String team, long checkIns, long residents) {}

  record Board(Sums totals, List<Day> days, List<TeamRow> teams) {}
}
