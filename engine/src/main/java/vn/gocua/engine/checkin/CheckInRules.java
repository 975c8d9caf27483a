package vn.gocua.engine.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Closing;
import vn.gocua.engine.checkin.event.CheckIn;

/** What a check-in must be to count in a campaign. */
public final class CheckInRules {
  public static final int MAX_RESIDENTS = 500;
  public static final int MAX_MINUTES = 1440;
  public static final int MAX_GROUPS = 10;

  private static final Pattern TICKET = Pattern.compile("[A-Z]{2}-[0-9]{4,8}");

  private final Campaign campaign;

  public CheckInRules(Campaign campaign) {
    this.campaign = campaign;
  }

  /**
   * The first rule that a check-in breaks.
   *
   * @param at when it happened, repaired
   */
  public Optional<Refusal> broken(CheckIn checkIn, Instant at, Instant receivedAt) {
    return brokenAtAnyTime(checkIn).or(() -> Optional.ofNullable(brokenTime(at, receivedAt)));
  }

  /** The first rule that a check-in breaks whenever it happened. */
  Optional<Refusal> brokenAtAnyTime(CheckIn checkIn) {
    return Optional.ofNullable(
        switch (checkIn) {
          case CheckIn c when !campaign.activityCodes().contains(c.activity()) ->
              Refusal.of("unknown-activity", c.activity());
          case CheckIn c when c.residents() < 0 || c.residents() > MAX_RESIDENTS ->
              Refusal.of("residents-out-of-range", c.residents(), MAX_RESIDENTS);
          case CheckIn c when c.residents() == 0 && !c.activity().equals(Campaign.ON_DUTY) ->
              Refusal.of("residents-required");
          case CheckIn c when c.groups().size() > MAX_GROUPS ->
              Refusal.of("too-many-groups", MAX_GROUPS);
          case CheckIn c when !campaign.groupCodes().containsAll(c.groups()) ->
              Refusal.of("unknown-group", unknownGroup(c));
          case CheckIn c
              when c.minutes() != null && (c.minutes() < 0 || c.minutes() > MAX_MINUTES) ->
              Refusal.of("minutes-out-of-range", c.minutes(), MAX_MINUTES);
          case CheckIn c when c.hamlet() != null && !campaign.everHamlet(c.hamlet()) ->
              Refusal.of("unknown-hamlet", c.hamlet());
          case CheckIn c
              when c.helpRequest() != null && !TICKET.matcher(c.helpRequest()).matches() ->
              Refusal.of("invalid-help-request");
          default -> null;
        });
  }

  private String unknownGroup(CheckIn checkIn) {
    Set<String> known = campaign.groupCodes();
    return checkIn.groups().stream().filter(g -> !known.contains(g)).findFirst().orElse("");
  }

  private @org.jspecify.annotations.Nullable Refusal brokenTime(Instant at, Instant receivedAt) {
    if (at.isAfter(receivedAt.plus(ClockRepair.TOLERANCE))) {
      return Refusal.of("in-the-future");
    }
    Closing closing = campaign.closing();
    if (closing != null && at.isAfter(closing.at())) {
      return Refusal.of("after-closing");
    }
    if (closing != null && !closing.takesLate(receivedAt)) {
      return Refusal.of("campaign-closed");
    }
    LocalDate date = campaign.dateOf(at);
    if (date.isBefore(campaign.startDate())) {
      return Refusal.of("before-campaign");
    }
    return date.isAfter(campaign.lastDate()) ? Refusal.of("after-campaign") : null;
  }
}
