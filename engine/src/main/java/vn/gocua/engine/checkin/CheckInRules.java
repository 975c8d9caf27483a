package vn.gocua.engine.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Closing;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.protocol.body.Limits;

/** Rules that a check-in must keep to count. */
final class CheckInRules {
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
  public Optional<Rejection> broken(CheckIn checkIn, Instant at, Instant receivedAt) {
    return brokenAtAnyTime(checkIn).or(() -> Optional.ofNullable(brokenTime(at, receivedAt)));
  }

  /** The first rule that a check-in breaks whenever it happened. */
  Optional<Rejection> brokenAtAnyTime(CheckIn checkIn) {
    return Optional.ofNullable(
        switch (checkIn) {
          case CheckIn c when !campaign.activityCodes().contains(c.activity()) ->
              Rejection.of("unknown-activity", c.activity());
          case CheckIn c when c.residents() < 0 || c.residents() > Limits.RESIDENTS ->
              Rejection.of("residents-out-of-range", c.residents(), Limits.RESIDENTS);
          case CheckIn c when c.residents() == 0 && !c.activity().equals(Campaign.ON_DUTY) ->
              Rejection.of("residents-required");
          case CheckIn c when c.groups().size() > Limits.GROUPS ->
              Rejection.of("too-many-groups", Limits.GROUPS);
          case CheckIn c when !campaign.groupCodes().containsAll(c.groups()) ->
              Rejection.of("unknown-group", unknownGroup(c));
          case CheckIn c
              when c.minutes() != null && (c.minutes() < 0 || c.minutes() > Limits.MINUTES) ->
              Rejection.of("minutes-out-of-range", c.minutes(), Limits.MINUTES);
          case CheckIn c when c.hamlet() != null && !campaign.everHamlet(c.hamlet()) ->
              Rejection.of("unknown-hamlet", c.hamlet());
          case CheckIn c
              when c.helpRequest() != null && !TICKET.matcher(c.helpRequest()).matches() ->
              Rejection.of("invalid-help-request");
          default -> null;
        });
  }

  private String unknownGroup(CheckIn checkIn) {
    Set<String> known = campaign.groupCodes();
    return checkIn.groups().stream().filter(g -> !known.contains(g)).findFirst().orElse("");
  }

  private @org.jspecify.annotations.Nullable Rejection brokenTime(Instant at, Instant receivedAt) {
    if (at.isAfter(receivedAt.plus(ClockRepair.TOLERANCE))) {
      return Rejection.of("in-the-future");
    }
    Closing closing = campaign.closing();
    if (closing != null && at.isAfter(closing.at())) {
      return Rejection.of("after-closing");
    }
    if (closing != null && !closing.takesLate(receivedAt)) {
      return Rejection.of("campaign-closed");
    }
    LocalDate date = campaign.dateOf(at);
    if (date.isBefore(campaign.startDate())) {
      return Rejection.of("before-campaign");
    }
    return date.isAfter(campaign.lastDate()) ? Rejection.of("after-campaign") : null;
  }
}
