package vn.gocua.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.campaign.CampaignInfo.Named;

/**
 * A team: meeting place, hours, and this week's counts.
 *
 * @param hall where, in words
 * @param hours when, in words
 * @param phone an official number, never a person's own
 * @param sample whether its data is made up for a trial
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamDetails(
    String code,
    String name,
    List<Named> hamlets,
    int members,
    @Nullable String hall,
    @Nullable String hours,
    @Nullable String phone,
    boolean sample,
    Week week) {

  /** The last seven days, today included. */
  public record Week(
      LocalDate from, LocalDate to, long checkIns, long residents, Map<String, Long> byActivity) {}

  public TeamDetails {
    hamlets = List.copyOf(hamlets);
  }

  public boolean serves(String hamlet) {
    return hamlets.stream().anyMatch(served -> served.code().equals(hamlet));
  }
}
