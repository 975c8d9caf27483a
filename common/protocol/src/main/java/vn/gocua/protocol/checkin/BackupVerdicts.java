package vn.gocua.protocol.checkin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts on a phone's backup.
 *
 * @param damaged items that could not be read
 */
public record BackupVerdicts(
    OffsetDateTime receivedAt,
    List<VerdictList.Result> results,
    List<Withdrawal> voids,
    int damaged) {

  /**
   * Verdict on a void.
   *
   * @param of the check-in's id
   * @param outcome {@code voided} or {@code rejected}
   * @param message reason of a rejection, in the reader's language
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Withdrawal(
      @Nullable String of, String outcome, @Nullable String code, @Nullable String message) {}

  public BackupVerdicts {
    results = List.copyOf(results);
    voids = List.copyOf(voids);
  }
}
