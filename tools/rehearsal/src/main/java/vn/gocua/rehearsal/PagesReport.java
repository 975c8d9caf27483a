package vn.gocua.rehearsal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.rehearsal.counts.ExpectedCounts;
import vn.gocua.rehearsal.counts.Tallied.Counted;
import vn.gocua.rehearsal.plan.CampaignFacts;

/**
 * Report of the phones that were real pages in a browser. Another program plays them and writes
 * this file when every queue is empty.
 *
 * @param phones number of pages
 * @param reloads pages loaded again; {@code kills} tabs ended in the middle of it
 * @param offline outages without a network, or with answers lost
 * @param powerCuts how often the engine was killed meanwhile
 * @param unsent entries without an answer
 * @param problems misbehaviour of pages: a lost check-in that was shown as kept …
 * @param counted accepted check-ins
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PagesReport(
    int phones,
    int reloads,
    int kills,
    int offline,
    int undone,
    int powerCuts,
    int unsent,
    List<String> problems,
    List<Entered> counted) {

  public PagesReport {
    problems = List.copyOf(problems);
    counted = List.copyOf(counted);
  }

  /**
   * A check-in as it was tapped.
   *
   * @param occurredAt the engine's time: a page has no fast clock
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Entered(
      UUID id,
      String team,
      OffsetDateTime occurredAt,
      String activity,
      int residents,
      List<String> groups) {}

  /**
   * Waits for the file.
   *
   * @throws RehearsalFailed if it does not come in time, or cannot be read
   */
  static PagesReport await(Path file, InstantSource real, Duration patience)
      throws RehearsalFailed, InterruptedException {
    Instant until = real.instant().plus(patience);
    while (!Files.exists(file)) {
      if (real.instant().isAfter(until)) {
        throw new RehearsalFailed("no-pages", file);
      }
      Thread.sleep(Duration.ofMillis(200));
    }
    try {
      return JsonMapper.shared().readValue(Files.readAllBytes(file), PagesReport.class);
    } catch (IOException | JacksonException _) {
      throw new RehearsalFailed("no-pages", file);
    }
  }

  /** Counts the entries that the engine accepted. */
  void enterInto(ExpectedCounts counts, CampaignFacts facts) {
    for (Entered each : counted) {
      int day = facts.dayOf(each.occurredAt().toInstant());
      counts.taken(
          each.id(),
          new Counted(each.team(), day, each.activity(), each.residents(), each.groups()),
          false);
    }
    problems.forEach(counts::surprise);
  }
}
