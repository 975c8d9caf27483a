package vn.gocua.engine.learning;

import java.util.List;
import java.util.Map;
import vn.gocua.base.consent.ConsentText;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.json.FieldText;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.vault.LeaderReading;
import vn.gocua.engine.vault.PhoneNumber;
import vn.gocua.protocol.help.TicketSecret;
import vn.gocua.protocol.learning.ClassList;
import vn.gocua.protocol.learning.LearnerList;
import vn.gocua.protocol.learning.LearningEndpoints;
import vn.gocua.protocol.learning.SeatOrder;
import vn.gocua.protocol.learning.SeatReceipt;
import vn.gocua.protocol.reading.ReadingEndpoints;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Seats in classes over HTTP: the kiosk takes and cancels them, leaders read the attendees. */
final class EnrolmentRoutes {
  private final Campaign campaign;
  private final LearningService service;

  EnrolmentRoutes(Campaign campaign, LearningService service) {
    this.campaign = campaign;
    this.service = service;
  }

  void mount(Api api) {
    api.on(LearningEndpoints.ENROL).may(Permission.TAKE_SEATS).created().blocking(this::enrol);
    api.on(LearningEndpoints.ENROLMENTS)
        .may(Permission.HOLD_CLASSES)
        .blocking(call -> list(call, new LeaderReading(call.by(), call.now())));
    api.on(ReadingEndpoints.ATTENDEES)
        .may(Permission.HOLD_CLASSES)
        .blocking(call -> list(call, LeaderReading.saying(call.by(), call.body(), call.now())));
    api.on(LearningEndpoints.CANCEL_SEAT).may(Permission.CANCEL_SEATS).blocking(this::cancelSeat);
  }

  private SeatReceipt enrol(Call<SeatOrder> call) {
    SeatOrder order = call.body();
    String phone =
        PhoneNumber.digits(order.contact().phone())
            .orElseThrow(() -> Refusal.of(RequestReason.INVALID_PHONE));
    if (!ConsentText.CLASS.knows(order.consent().textVersion())) {
      throw Refusal.of(RequestReason.UNKNOWN_CONSENT, order.consent().textVersion());
    }
    LearningService.TakeSeat wanted =
        new LearningService.TakeSeat(
            FieldText.uuid(order.id(), "id"),
            session(call),
            new Learner(order.contact().name(), phone),
            order.consent().textVersion(),
            FieldText.time(order.consent().at(), "consent.at"));
    return service.enrol(wanted, call.screen(), call.now());
  }

  /**
   * Cancels a seat, proved by the slip's secret; a leader does it on request at the service desk.
   */
  private ClassList.Row cancelSeat(Call<TicketSecret> call) {
    String session = session(call);
    String enrolment = FieldText.uuid(call.path("enrolment"), "enrolment");
    ClassSession after =
        call.who() instanceof Principal.Leader
            ? service.cancelSeatFor(session, enrolment, call.by(), call.now())
            : service.cancelSeat(session, enrolment, call.body().secret(), call.now());
    return LearningRoutes.row(campaign, after);
  }

  private LearnerList list(Call<?> call, LeaderReading leader) {
    String id = session(call);
    ClassSession session = service.find(id);
    return new LearnerList(id, seated(session, service.list(session, leader)));
  }

  private List<LearnerList.Row> seated(ClassSession session, Map<String, Learner> learners) {
    return session.seated().stream()
        .map(enrolment -> {
          Learner learner = learners.get(enrolment.id());
          return new LearnerList.Row(
              enrolment.id(),
              enrolment.seat(),
              enrolment.code(),
              campaign.local(enrolment.at()),
              learner == null ? null : learner.name(),
              learner == null ? null : learner.phone());
        })
        .toList();
  }

  private static String session(Call<?> call) {
    return FieldText.uuid(call.path("class"), "class");
  }
}
