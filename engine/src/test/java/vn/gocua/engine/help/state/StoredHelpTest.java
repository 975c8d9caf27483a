package vn.gocua.engine.help.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.help.state.HelpFact.Consent;
import vn.gocua.engine.help.state.HelpFact.HelpCancelled;
import vn.gocua.engine.help.state.HelpFact.HelpCarriedIn;
import vn.gocua.engine.help.state.HelpFact.HelpCarriedOut;
import vn.gocua.engine.help.state.HelpFact.HelpChanged;
import vn.gocua.engine.help.state.HelpFact.HelpClaimed;
import vn.gocua.engine.help.state.HelpFact.HelpClosed;
import vn.gocua.engine.help.state.HelpFact.HelpContactErased;
import vn.gocua.engine.help.state.HelpFact.HelpContactLost;
import vn.gocua.engine.help.state.HelpFact.HelpExpired;
import vn.gocua.engine.help.state.HelpFact.HelpGroupsWithdrawn;
import vn.gocua.engine.help.state.HelpFact.HelpLeft;
import vn.gocua.engine.help.state.HelpFact.HelpRated;
import vn.gocua.engine.help.state.HelpFact.HelpReassigned;
import vn.gocua.engine.help.state.HelpFact.HelpReleased;
import vn.gocua.engine.help.state.HelpFact.HelpRequested;
import vn.gocua.engine.help.state.HelpFact.HelpWithdrawn;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.support.Golden;
import vn.gocua.engine.support.StoredFacts;

/** Help requests in journals out there can be read for ever. */
class StoredHelpTest extends StoredFacts<HelpFact> {
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");
  private static final String STREAM = "hong-van-45/help-request/HV-4821";
  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final String PHONE = "01989f00-0000-7000-8000-000000000007";

  StoredHelpTest() {
    super(HelpFact.class, HelpFact.FACTS);
  }

  private static HelpRequested requested(
      @Nullable String groupsText, PreferredTime when, boolean guardian) {
    return new HelpRequested(
        "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41",
        "HV-4821",
        "co-giao",
        "public-services",
        "T07",
        "5d41402abc4b2a76b9719d911017c592",
        new Consent("2025-08", groupsText, AT),
        HASH,
        when.code(),
        guardian,
        AT);
  }

  private static HelpCarriedIn carriedIn(String team, @Nullable String hamlet, boolean lost) {
    return new HelpCarriedIn(
        "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41",
        "HV-4821",
        "co-giao",
        "public-services",
        team,
        "5d41402abc4b2a76b9719d911017c592",
        new Consent("2025-08", null, AT),
        HASH,
        "morning",
        false,
        lost,
        hamlet,
        hamlet == null ? null : "Dịch vụ công",
        AT,
        "hong-van-45",
        AT.plusSeconds(86_400));
  }

  @Override
  protected Stream<Sample<HelpFact>> samples() {
    return Stream.of(
        new Sample<>(
            "help-requested-2", STREAM, 1, requested("2025-08", PreferredTime.MORNING, true)),
        new Sample<>(
            "help-requested-2-least", STREAM, 1, requested(null, PreferredTime.ANY, false)),
        new Sample<>(
            "help-changed-1", STREAM, 2, new HelpChanged("evening", "7d793037a0760186", AT, null)),
        new Sample<>(
            "help-changed-1-consent",
            STREAM,
            2,
            new HelpChanged(
                null, "7d793037a0760186", AT, new Consent("help-vi-df69b2f5", null, AT))),
        new Sample<>("help-withdrawn-1", STREAM, 2, new HelpWithdrawn(AT)),
        new Sample<>("help-rated-1", STREAM, 5, new HelpRated(4, AT)),
        new Sample<>("help-reassigned-1", STREAM, 3, new HelpReassigned("T09", "leader", AT)),
        new Sample<>("help-cancelled-1", STREAM, 3, new HelpCancelled("double", "leader", AT)),
        new Sample<>(
            "help-contact-erased-1", STREAM, 6, new HelpContactErased("retention", "engine", AT)),
        new Sample<>("help-expired-1", STREAM, 6, new HelpExpired("waited", "engine", AT)),
        new Sample<>(
            "help-groups-withdrawn-1",
            STREAM,
            6,
            new HelpGroupsWithdrawn("7d793037a0760186", "ticket-holder", AT)),
        new Sample<>("help-left-1", STREAM, 6, new HelpLeft("leader", AT, null, null)),
        new Sample<>(
            "help-left-1-names", STREAM, 6, new HelpLeft("leader", AT, "Cơ Giáo", "Dịch vụ công")),
        new Sample<>("help-carried-in-1", STREAM, 1, carriedIn("T07", "Cơ Giáo", false)),
        new Sample<>("help-carried-in-1-least", STREAM, 1, carriedIn("", null, true)),
        new Sample<>("help-carried-out-1", STREAM, 6, new HelpCarriedOut("hong-van-46", AT)),
        new Sample<>("help-contact-lost-1", STREAM, 6, new HelpContactLost(AT)),
        new Sample<>("help-claimed-1", STREAM, 2, new HelpClaimed("T07", PHONE, AT)),
        new Sample<>("help-released-1", STREAM, 3, new HelpReleased("T07", PHONE, AT)),
        new Sample<>(
            "help-closed-1",
            STREAM,
            4,
            new HelpClosed("T07", PHONE, "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a42", AT)),
        new Sample<>("help-closed-1-by-hand", STREAM, 4, new HelpClosed("T07", PHONE, null, AT)));
  }

  @Test
  void shouldReadARequestFromBeforeResidentsCouldSayWhen() {
    Event old = Golden.event("help-requested-1");
    assertThat(HelpFact.FACTS.of(old)).isEqualTo(requested(null, PreferredTime.ANY, false));
    assertThat(HelpFact.FACTS.of(Golden.withUnknownFields(old))).isEqualTo(HelpFact.FACTS.of(old));
  }
}
