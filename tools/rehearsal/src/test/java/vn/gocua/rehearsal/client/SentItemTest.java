package vn.gocua.rehearsal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gocua.protocol.client.Json;
import vn.gocua.rehearsal.plan.CampaignFacts;
import vn.gocua.rehearsal.plan.Facts;
import vn.gocua.rehearsal.plan.InputError;
import vn.gocua.rehearsal.plan.PhonePlan;
import vn.gocua.rehearsal.plan.Visit;

class SentItemTest {
  private static final CampaignFacts FACTS = Facts.campaign(6, 1);
  private static final PhonePlan TWO_HOURS_AHEAD =
      new PhonePlan("T01", 1, Duration.ofHours(-2), List.of(), List.of(), 1);
  private static final Visit VISIT =
      new Visit(
          UUID.fromString("0198a2b4-0000-7000-8000-000000000001"),
          Instant.parse("2025-08-12T02:30:00Z"),
          "public-services",
          2,
          List.of("elderly"),
          25,
          "van-la",
          null);

  @Test
  void shouldSayWhatThePhoneShowedAndHowFarThatIsOff() {
    assertThat(Json.write(SentItem.of(VISIT, TWO_HOURS_AHEAD, FACTS)))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(
            """
            {"id":"0198a2b4-0000-7000-8000-000000000001","occurredAt":"2025-08-12T11:30+07:00",\
            "activity":"public-services","residents":2,"groups":["elderly"],"minutes":25,\
            "hamlet":"van-la","clockOffset":-7200}\
            """);
  }

  @ParameterizedTest
  @EnumSource
  void shouldSpoilOneThingOnly(InputError error) {
    SentItem good = SentItem.of(VISIT, TWO_HOURS_AHEAD, FACTS);

    SentItem bad = good.with(error, VISIT, TWO_HOURS_AHEAD, FACTS);

    assertThat(bad).isNotEqualTo(good);
    assertThat(List.of(bad.minutes(), bad.clockOffset())).containsExactly(25, -7200L);
  }
}
