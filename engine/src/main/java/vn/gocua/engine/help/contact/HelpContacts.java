package vn.gocua.engine.help.contact;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import vn.gocua.engine.help.state.Actor;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.vault.AccessLog;
import vn.gocua.engine.vault.DataAccess;
import vn.gocua.engine.vault.LeaderReading;
import vn.gocua.engine.vault.Vault;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.refusal.Refusal;

/** Contacts of help requests, in the vault. Calls block. */
public final class HelpContacts {
  private static final Pattern REF = Pattern.compile("[0-9a-f]{64}");

  private final Vault vault;
  private final AccessLog readings;
  private final Clock realTime;

  /**
   * @param realTime by which the vault dates its records, also in a rehearsal
   */
  public HelpContacts(Vault vault, AccessLog readings, Clock realTime) {
    this.vault = vault;
    this.readings = readings;
    this.realTime = realTime;
  }

  /** Whether a ref of the vault belongs to a help request. */
  public static boolean isRef(String ref) {
    return REF.matcher(ref).matches();
  }

  /** Keeps the contact of a new request; again: the same ref, and the first contact stays. */
  public String keep(String requestId, Contact contact) {
    return keepUnder(requestId, contact);
  }

  /** Stores a replacement of a contact, under a ref of its own. */
  public String keepInstead(String requestId, Contact contact) {
    return keepUnder(requestId + "/" + UuidCreator.getTimeOrderedEpoch(), contact);
  }

  /** The ref under which a vault keeps the contact of a new request. */
  public static String ref(Vault vault, String requestId) {
    return HexFormat.of().formatHex(vault.derived("contact", requestId));
  }

  private String keepUnder(String name, Contact contact) {
    String ref = ref(vault, name);
    vault.keep(ref, EventCodec.json(contact).getBytes(StandardCharsets.UTF_8), realTime.instant());
    return ref;
  }

  /**
   * Reads a contact for the team that has claimed the request, after the access is recorded.
   *
   * @throws Refusal if the contact was erased, or lost with the vault's key, or the phone's quota
   *     is used up
   */
  public Contact forTeam(HelpRequest request, Actor actor, Instant at) {
    return of(
        request, DataAccess.visit(about(request), actor.by(), actor.team(), at), actor.recording());
  }

  /** The same for a leader. */
  public Contact forLeader(HelpRequest request, LeaderReading leader) {
    return of(request, DataAccess.byLeader(about(request), leader, "supervision"), () -> {});
  }

  /** Reads a contact, so that its holder may change it; nobody is shown it. */
  public Contact toChange(HelpRequest request, Instant at) {
    return of(request, DataAccess.change(about(request), at), () -> {});
  }

  /** Reads a contact to keep it without its groups; nobody is shown it. */
  public Contact toWithdrawGroups(HelpRequest request, String by, Instant at) {
    return of(request, DataAccess.withoutGroups(about(request), by, at), () -> {});
  }

  /** Reads a contact for its own holder, after the access is recorded. */
  public Contact forHolder(HelpRequest request, Instant at) {
    return of(request, DataAccess.own(about(request), at), () -> {});
  }

  /**
   * @param recording runs before the access is recorded; if it throws, nothing is read
   */
  private Contact of(HelpRequest request, DataAccess reading, Runnable recording) {
    if (request.isContactLost()) {
      throw Refusal.of(HelpReason.CONTACT_LOST);
    }
    if (!request.hasContact()) {
      throw Refusal.of(HelpReason.CONTACT_ERASED);
    }
    recording.run();
    return vault
        .read(request.asked().contact(), reading, readings)
        .map(HelpContacts::contact)
        .orElseThrow(() -> Refusal.of(HelpReason.CONTACT_ERASED));
  }

  /** Name of a request in the records of accesses. */
  private static String about(HelpRequest request) {
    return "help-request/" + request.code();
  }

  /** Whether a request has that phone number. Reveals nothing else. */
  public boolean isOf(HelpRequest request, String phone) {
    return vault.holds(request.asked().contact(), bytes -> contact(bytes).phone().equals(phone));
  }

  /** Whether the vault holds this contact. Does not read it. */
  public boolean has(String ref) {
    return vault.has(ref);
  }

  public void erase(String ref) {
    var _ = vault.erase(ref);
  }

  private static Contact contact(byte[] bytes) {
    return EventCodec.read(new String(bytes, StandardCharsets.UTF_8), Contact.class);
  }
}
