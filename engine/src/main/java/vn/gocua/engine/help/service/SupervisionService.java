package vn.gocua.engine.help.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.help.contact.HelpContacts;
import vn.gocua.engine.help.contact.Terms;
import vn.gocua.engine.help.state.Asked;
import vn.gocua.engine.help.state.CancelReason;
import vn.gocua.engine.help.state.ErasureReason;
import vn.gocua.engine.help.state.ExpiryReason;
import vn.gocua.engine.help.state.HelpFact;
import vn.gocua.engine.help.state.HelpFact.HelpLeft;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.HelpRequests;
import vn.gocua.engine.help.state.Stage.Ended;
import vn.gocua.engine.state.Versioned;
import vn.gocua.protocol.refusal.Refusal;

/**
 * The leaders' actions on requests, and the erasure of contacts. Commands may be repeated. Calls
 * block.
 */
public final class SupervisionService {
  private final HelpService service;
  private final HelpRequests requests;
  private final HelpContacts contacts;
  private final Terms terms;

  /**
   * @param terms how long a request may stay open, and its contact be kept after its end
   */
  public SupervisionService(
      HelpService service, HelpRequests requests, HelpContacts contacts, Terms terms) {
    this.terms = terms;
    this.service = service;
    this.requests = requests;
    this.contacts = contacts;
  }

  /**
   * Assigns a request to a team, whichever has it now.
   *
   * @throws Refusal if it is over
   */
  public Versioned<HelpRequest> reassign(String code, String team, String by, Instant at) {
    return service.changed(code, known -> HelpService.known(known).reassign(team, by, at));
  }

  /** The request of that code; version 0 if there is none. */
  public Versioned<HelpRequest> find(String code) {
    return service.find(code);
  }

  /**
   * Strikes a request off.
   *
   * @throws Refusal if it has ended otherwise
   */
  public Versioned<HelpRequest> cancel(String code, CancelReason reason, String by, Instant at) {
    return service.changed(code, known -> HelpService.known(known).cancel(reason, by, at));
  }

  /**
   * Closes a request whose help a leader was told of, without a check-in.
   *
   * @throws Refusal if it has ended otherwise
   */
  public Versioned<HelpRequest> finish(String code, String by, Instant at) {
    return service.changed(code, known -> HelpService.known(known).finish(by, at));
  }

  /**
   * Ends a request without help, and erases its contact; one that is over stays as it is. The fact
   * comes first: a crash in between leaves an orphan, which is swept.
   *
   * @return whether this call ended it
   */
  public boolean expire(String code, ExpiryReason why, String by, Instant at) {
    HelpFact[] decided = new HelpFact[1];
    HelpRequest after =
        service
            .changed(code, known -> decided[0] = known == null ? null : known.expire(why, by, at))
            .state();
    if (after == null || decided[0] == null) {
      return false;
    }
    contacts.erase(after.asked().contact());
    return true;
  }

  /** Leaves a request for the next campaign; one that is over stays as it is. */
  public void leave(String code, String by, Instant at) {
    var _ = service.changed(code, known -> known == null ? null : left(known, by, at));
  }

  /** The fact that a request is left, with the names that the next campaign may not know. */
  private @Nullable HelpFact left(HelpRequest request, String by, Instant at) {
    Asked asked = request.asked();
    Edition edition = service.campaign().edition();
    Asked.Earlier earlier = asked.earlier();
    String hamlet = CodedName.of(edition.hamlets(), asked.hamlet());
    String activity = CodedName.of(edition.activities(), asked.activity());
    return request.leave(
        new HelpLeft(
            by,
            at,
            hamlet == null && earlier != null ? earlier.hamlet() : hamlet,
            activity == null && earlier != null ? earlier.activity() : activity));
  }

  /** The codes of all requests that are not over, oldest first. */
  public List<String> open() {
    return requests.unfinished().stream().map(request -> request.known().code()).toList();
  }

  /** Ends requests that are still open when their time is up; returns their number. */
  int expireOld(Instant now) {
    int ended = 0;
    for (Versioned<HelpRequest> request : requests.unfinished()) {
      if (request.known().asked().at().plus(terms.waiting()).isBefore(now)
          && expire(request.known().code(), ExpiryReason.WAITED, "engine", now)) {
        ended++;
      }
    }
    return ended;
  }

  /**
   * Erases one contact on a person's request, and withdraws an unfinished request.
   *
   * @return whether there is such a request
   */
  public boolean eraseByCode(String code, String by, Instant at) {
    String known = code.toUpperCase(Locale.ROOT);
    if (service.find(known).state() == null) {
      return false;
    }
    erase(known, ErasureReason.DEMAND, by, at);
    return true;
  }

  /**
   * Erases the contacts with a phone number.
   *
   * @return the codes of their requests
   */
  public List<String> eraseByPhone(String phone, String by, Instant at) {
    List<String> erased = new ArrayList<>();
    for (HelpRequest request : requests.withContact()) {
      if (contacts.isOf(request, phone)) {
        erase(request.code(), ErasureReason.DEMAND, by, at);
        erased.add(request.code());
      }
    }
    return erased;
  }

  /** Erases the contacts of requests that have been over for as long as they are kept. */
  int eraseOver(Instant now) {
    int erased = 0;
    for (HelpRequest request : requests.withContact()) {
      if (request.stage() instanceof Ended ended
          && ended.at().plus(terms.retention()).isBefore(now)) {
        erase(request.code(), ErasureReason.RETENTION, "engine", now);
        erased++;
      }
    }
    return erased;
  }

  /**
   * Records that contacts missing from the vault are lost.
   *
   * @return their number
   */
  public int loseContacts(Instant at) {
    int lost = 0;
    for (HelpRequest request : requests.withContact()) {
      if (!contacts.has(request.asked().contact())) {
        var _ =
            service.changed(
                request.code(),
                known ->
                    known == null || !known.hasContact() ? null : new HelpFact.HelpContactLost(at));
        lost++;
      }
    }
    return lost;
  }

  /** Records the erasure, then erases. A crash in between is repaired by the sweep. */
  private void erase(String code, ErasureReason why, String by, Instant at) {
    HelpRequest after =
        service
            .changed(
                code,
                known ->
                    known == null || !known.hasContact()
                        ? null
                        : new HelpFact.HelpContactErased(why.code(), by, at))
            .state();
    if (after != null) {
      contacts.erase(after.asked().contact());
    }
  }
}
