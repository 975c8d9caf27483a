package vn.gocua.rehearsal.client;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Limits;
import vn.gocua.rehearsal.plan.CampaignFacts;
import vn.gocua.rehearsal.plan.InputError;
import vn.gocua.rehearsal.plan.PhonePlan;
import vn.gocua.rehearsal.plan.Visit;

/**
 * A check-in on the wire, valid or not; times are the phone's clock's.
 *
 * @param occurredAt null only in an invalid one
 */
record SentItem(
    String id,
    @Nullable String occurredAt,
    String activity,
    int residents,
    List<String> groups,
    int minutes,
    @Nullable String hamlet,
    long clockOffset,
    @Nullable String replaces) {

  static SentItem of(Visit visit, PhonePlan phone, CampaignFacts facts) {
    return new SentItem(
        visit.id().toString(),
        shown(visit.happenedAt(), phone, facts),
        visit.activity(),
        visit.residents(),
        visit.groups(),
        visit.minutes(),
        visit.hamlet(),
        phone.clockOffset().toSeconds(),
        visit.replaces() == null ? null : visit.replaces().toString());
  }

  private static String shown(Instant instant, PhonePlan phone, CampaignFacts facts) {
    return phone.shown(instant).atZone(facts.zone()).toOffsetDateTime().toString();
  }

  /** This item, spoilt. */
  SentItem with(InputError error, Visit visit, PhonePlan phone, CampaignFacts facts) {
    return new SentItem(
        error == InputError.NOT_AN_ID ? "phieu-" + residents : id,
        switch (error) {
          case NO_TIME -> null;
          case IN_THE_FUTURE -> shown(visit.happenedAt().plus(30, ChronoUnit.DAYS), phone, facts);
          case BEFORE_THE_CAMPAIGN ->
              shown(facts.startOf(1).minus(Duration.ofDays(3)), phone, facts);
          default -> occurredAt;
        },
        error == InputError.UNKNOWN_ACTIVITY ? "no-such-activity" : activity,
        switch (error) {
          case NEGATIVE_RESIDENTS -> -2;
          case NOBODY_HELPED -> 0;
          case TOO_MANY_RESIDENTS -> Limits.RESIDENTS + 1;
          default -> residents;
        },
        error == InputError.UNKNOWN_GROUP ? List.of("no-such-group") : groups,
        minutes,
        error == InputError.UNKNOWN_HAMLET ? "no-such-hamlet" : hamlet,
        clockOffset,
        error == InputError.CORRECTS_NOTHING ? id : replaces);
  }
}
