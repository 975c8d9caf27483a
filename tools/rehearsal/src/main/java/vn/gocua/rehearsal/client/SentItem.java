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
 * A check-in as it goes over the wire, sound or spoilt; times are what the phone's clock showed.
 *
 * @param occurredAt null only in one that is spoilt
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
    return switch (error) {
      case UNKNOWN_ACTIVITY -> withActivity("no-such-activity");
      case UNKNOWN_GROUP -> withGroups(List.of("no-such-group"));
      case UNKNOWN_HAMLET -> withHamlet("no-such-hamlet");
      case NEGATIVE_RESIDENTS -> withResidents(-2);
      case NOBODY_HELPED -> withResidents(0);
      case TOO_MANY_RESIDENTS -> withResidents(Limits.RESIDENTS + 1);
      case NO_TIME -> withOccurredAt(null);
      case IN_THE_FUTURE ->
          withOccurredAt(shown(visit.happenedAt().plus(30, ChronoUnit.DAYS), phone, facts));
      case BEFORE_THE_CAMPAIGN ->
          withOccurredAt(shown(facts.startOf(1).minus(Duration.ofDays(3)), phone, facts));
      case NOT_AN_ID -> withId("phieu-" + residents);
      case CORRECTS_NOTHING -> withReplaces(id);
    };
  }

  private SentItem withId(String other) {
    return new SentItem(
        other, occurredAt, activity, residents, groups, minutes, hamlet, clockOffset, replaces);
  }

  private SentItem withOccurredAt(@Nullable String other) {
    return new SentItem(
        id, other, activity, residents, groups, minutes, hamlet, clockOffset, replaces);
  }

  private SentItem withActivity(String other) {
    return new SentItem(
        id, occurredAt, other, residents, groups, minutes, hamlet, clockOffset, replaces);
  }

  private SentItem withResidents(int other) {
    return new SentItem(
        id, occurredAt, activity, other, groups, minutes, hamlet, clockOffset, replaces);
  }

  private SentItem withGroups(List<String> other) {
    return new SentItem(
        id, occurredAt, activity, residents, other, minutes, hamlet, clockOffset, replaces);
  }

  private SentItem withHamlet(String other) {
    return new SentItem(
        id, occurredAt, activity, residents, groups, minutes, other, clockOffset, replaces);
  }

  private SentItem withReplaces(String other) {
    return new SentItem(
        id, occurredAt, activity, residents, groups, minutes, hamlet, clockOffset, other);
  }
}
