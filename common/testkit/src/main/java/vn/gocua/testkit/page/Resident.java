package vn.gocua.testkit.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.HelpOrder;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.help.HelpRequestList;
import vn.gocua.protocol.help.TicketReceipt;
import vn.gocua.protocol.learning.LearningEndpoints;
import vn.gocua.protocol.learning.LearningReason;
import vn.gocua.protocol.learning.SeatOrder;

/** A resident who asks for help by the kiosk's API. */
public final class Resident {
  /** The sample's name, number and address; no person's. */
  public static final String NAME = "Bác Mẫu Thử Nghiệm";

  public static final String ADDRESS = "Nhà mẫu số 5, ngõ giếng";

  /** More than any screen may. */
  private static final int MANY = 500;

  private final EngineApi engine;
  private final Caller kiosk;
  private int asked;

  private Resident(EngineApi engine, Caller kiosk) {
    this.engine = engine;
    this.kiosk = kiosk;
  }

  /**
   * Speaks to the engine as the kiosk does.
   *
   * @param data the engine's data folder, where it keeps the kiosk's token
   */
  public static Resident at(EngineApi engine, Path data) {
    try {
      String token = Files.readString(data.resolve("kiosk.token")).strip();
      return new Resident(engine, Caller.with(token));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of the latest request; one number may ask a few times a day only. */
  public String phone() {
    return "0912345%03d".formatted(asked);
  }

  /** The ticket's code. */
  public String ask(String hamlet, String activity) {
    return askFor(hamlet, activity).code();
  }

  /** The ticket, with its secret. */
  public TicketReceipt askFor(String hamlet, String activity) {
    return askAs(NAME, hamlet, activity);
  }

  /** The same under another name. */
  public TicketReceipt askAs(String name, String hamlet, String activity) {
    return askWith(null, name, hamlet, activity);
  }

  /** The same with priority groups, and the consent to name them; null: without. */
  public TicketReceipt askWith(
      @Nullable List<String> groups, String name, String hamlet, String activity) {
    asked++;
    return engine.send(
        kiosk,
        HelpEndpoints.ASK,
        new HelpOrder(
            UUID.randomUUID().toString(),
            hamlet,
            activity,
            null,
            null,
            new HelpOrder.Contact(name, phone(), ADDRESS),
            groups,
            new HelpOrder.Consent(
                "kiosk-2025-08",
                groups == null ? null : "kiosk-2025-08",
                Instant.now().toString())));
  }

  /** Takes a seat in a class. */
  public void takeSeat(String lesson, String name) {
    asked++;
    SeatOrder order =
        new SeatOrder(
            UUID.randomUUID().toString(),
            new SeatOrder.Contact(name, phone()),
            new SeatOrder.Consent("kiosk-class-2026-11", Instant.now().toString()));
    var _ = engine.send(kiosk, LearningEndpoints.ENROL, order, lesson);
  }

  /** Tries to take as many seats in a class as one screen may. */
  public void useUp(String screen, String lesson) {
    Resident there = new Resident(engine, kiosk.at(screen));
    for (int left = MANY; left > 0; left--) {
      try {
        there.takeSeat(lesson, NAME);
      } catch (ApiRefusal refused) {
        if (refused.code().equals(HelpReason.TOO_MANY_REQUESTS_HERE.code())) {
          return;
        }
        if (!refused.code().equals(LearningReason.CLASS_FULL.code())) {
          throw refused;
        }
      }
    }
    throw new IllegalStateException("a screen may take any number of seats");
  }

  public HelpRequestList.Row ticket(String code) {
    return engine.call(kiosk, HelpEndpoints.FIND, code);
  }
}
