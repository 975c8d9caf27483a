package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInVoided;
import vn.gocua.engine.checkin.event.CheckInFact.Reception;
import vn.gocua.engine.checkin.event.CheckInFact.VoidReception;
import vn.gocua.engine.checkin.event.CheckInFact.VoidedValues;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.journal.Checksum;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.support.Golden;

/** Check-ins that stand in journals out there can be read for ever, and are written as ever. */
class StoredCheckInsTest {
  private static final String ID = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41";
  private static final String STREAM = "hong-van-45/check-ins/T07/2025-08-12";

  record Sample(String file, Event event, CheckInFact fact) {
    @Override
    public String toString() {
      return file;
    }
  }

  private static Sample full() {
    CheckIn checkIn =
        new CheckIn(
            "T07",
            Instant.parse("2025-08-12T02:30:00.250Z"),
            "public-services",
            2,
            List.of("elderly", "disability"),
            25,
            "co-giao",
            "HV-4821",
            "01989f2e-6a00-7c3a-9d52-000000000001");
    Reception reception =
        new Reception(
            Instant.parse("2025-08-12T01:30:00.250Z"),
            Instant.parse("2025-08-12T02:31:07Z"),
            Instant.parse("2025-08-12T03:31:06.500Z"),
            "01989f00-0000-7000-8000-000000000007");
    CheckInRecorded fact = new CheckInRecorded(checkIn, reception);
    return new Sample("check-in-1-full", CheckInEvents.recorded(ID, STREAM, fact), fact);
  }

  private static Sample least() {
    CheckIn checkIn =
        new CheckIn(
            "T07",
            Instant.parse("2025-08-12T02:30:00Z"),
            "on-duty",
            0,
            List.of(),
            null,
            null,
            null,
            null);
    Reception reception =
        new Reception(
            Instant.parse("2025-08-12T02:30:00Z"),
            Instant.parse("2025-08-12T02:30:01Z"),
            null,
            "01989f00-0000-7000-8000-000000000007");
    CheckInRecorded fact = new CheckInRecorded(checkIn, reception);
    return new Sample("check-in-1-least", CheckInEvents.recorded(ID, STREAM, fact), fact);
  }

  private static Sample voided() {
    return voided("check-in-voided-1", null);
  }

  private static Sample replaced() {
    return voided("check-in-voided-1-replaced", "01989f2e-6a00-7c3a-9d52-000000000002");
  }

  private static Sample voided(String file, @Nullable String replacedBy) {
    Sample full = full();
    VoidReception reception =
        new VoidReception("mistake", Instant.parse("2025-08-12T05:00:00Z"), "leader", replacedBy);
    Event event = CheckInEvents.voided(full.event(), (CheckInRecorded) full.fact(), reception);
    VoidedValues values =
        new VoidedValues(ID, "public-services", 2, List.of("disability", "elderly"));
    return new Sample(file, event, new CheckInVoided(values, reception));
  }

  static Stream<Sample> samples() {
    return Stream.of(full(), least(), voided(), replaced());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldWriteAsEver(Sample sample) {
    Golden.assertSame(sample.event(), sample.file());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldReadWhatWasWritten(Sample sample) {
    assertThat(CheckInEvents.fact(Golden.event(sample.file()))).isEqualTo(sample.fact());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldPassOverFieldsOfANewerEngine(Sample sample) {
    Event newer = Golden.withUnknownFields(Golden.event(sample.file()));
    assertThat(CheckInEvents.fact(newer)).isEqualTo(sample.fact());
  }

  @Test
  void shouldWriteAClaimAsEver() {
    Event claim =
        CheckInEvents.replaced(ID, TallyKey.of(STREAM), "01989f2e-6a00-7c3a-9d52-000000000002");
    Golden.assertSame(claim, "check-in-replaced-1");
  }

  @Test
  void shouldKeepTheChecksumThatStandsBesideEvents() {
    assertThat(Checksum.of(Golden.event("check-in-1-full"))).isEqualTo(2_515_922_967L);
  }

  @Test
  void shouldKeepTheIdOfAVoid() {
    assertThat(voided().event().id()).isEqualTo(ID + "/void");
    assertThat(voided().event().stream()).isEqualTo(STREAM);
  }

  @Test
  void shouldNotTakeAnotherKindOfEventForACheckIns() {
    Event stranger = new Event(ID, STREAM, "check-in/2", "{}", "{}");
    assertThatThrownBy(() -> CheckInEvents.fact(stranger))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("check-in/2");
  }
}
