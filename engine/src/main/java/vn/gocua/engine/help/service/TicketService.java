package vn.gocua.engine.help.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.help.contact.Contact;
import vn.gocua.engine.help.contact.HelpContacts;
import vn.gocua.engine.help.contact.Terms;
import vn.gocua.engine.help.state.HelpFact;
import vn.gocua.engine.help.state.HelpFact.Consent;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.PreferredTime;
import vn.gocua.engine.help.state.Stage.Ended;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.privacy.AffectedQuery;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * A ticket holder's actions, proved by the ticket's secret: change, withdraw, rate. Commands may be
 * repeated. Calls block.
 */
public final class TicketService {
  /** Bounds the work for guesses at a secret. */
  private final RateLimiter tries = new RateLimiter(10, Duration.ofSeconds(30));

  /** A holder changes a visit's time or number some times, not all day: each leaves an event. */
  private final RateLimiter changes = new RateLimiter(20, Duration.ofMinutes(10));

  /** Six digits can be guessed: five tries, then one in ten minutes, a right one included. */
  private final RateLimiter pins = new RateLimiter(5, Duration.ofMinutes(10));

  /** Bounds guesses of one PIN on many tickets at one screen. */
  private final RateLimiter pinsOfAScreen = new RateLimiter(20, Duration.ofMinutes(1));

  /** A code that no ticket has. */
  private static final String NO_CODE = "-";

  private final HelpService service;
  private final HelpContacts contacts;
  private final Terms terms;
  private final ContactReplacement replacement;

  public TicketService(HelpService service, HelpContacts contacts, Terms terms) {
    this.service = service;
    this.contacts = contacts;
    this.terms = terms;
    this.replacement = new ContactReplacement(service, contacts);
  }

  /**
   * The holder of a ticket.
   *
   * @param secret on the ticket
   */
  public record Holder(String code, String secret) {}

  /**
   * Changed values; null: unchanged.
   *
   * @param consent to keep the new contact, about groups nothing; null: none was asked for
   */
  public record ChangedValues(
      @Nullable PreferredTime when,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String address,
      @Nullable Consent consent) {
    boolean ofContact() {
      return name != null || phone != null || address != null;
    }

    /** The contact that this makes without a former one; null if something is missing. */
    @Nullable Contact whole() {
      return name == null || phone == null || address == null
          ? null
          : new Contact(name, phone, address, List.of());
    }

    Contact of(Contact before) {
      return new Contact(
          name == null ? before.name() : name,
          phone == null ? before.phone() : phone,
          address == null ? before.address() : address,
          before.groups());
    }
  }

  /**
   * Reads a request. Answer, limit and time are the same for a wrong secret and a missing ticket.
   *
   * @throws Refusal if the secret is wrong, also where there is no such ticket
   * @throws Refusal after some wrong ones, also where there is no such ticket
   */
  public HelpRequest read(Holder holder) {
    HelpRequest request = service.find(holder.code()).state();
    // Both an existing and a missing request are looked up each time, for equal duration.
    HelpRequest other = service.find(request == null ? service.anyCode() : NO_CODE).state();
    HelpRequest compared = request == null ? other : request;
    boolean right =
        Tokens.matches(holder.secret(), compared == null ? null : compared.asked().secretHash());
    if (right && request != null) {
      return request;
    }
    tries.insist(holder.code(), RequestReason.TOO_MANY_TRIES);
    throw Refusal.of(HelpReason.WRONG_SECRET);
  }

  /**
   * Withdraws a request with the ticket alone; see {@link #read}.
   *
   * @throws Refusal if the secret is wrong, or the request has ended otherwise
   */
  public HelpRequest withdrawOwn(Holder holder, Instant at) {
    var _ = read(holder);
    return withdraw(holder, at);
  }

  /**
   * Changes a request that is not over. The new contact is in the vault before the journal refers
   * to it, and the old one is erased after that. Where that was lost with the vault's key, name,
   * phone and address together make a new one.
   *
   * @throws Refusal if the secret is wrong, or the request is over
   */
  public HelpRequest change(Holder holder, ChangedValues change, Instant at) {
    HelpRequest before = proved(holder);
    if (before.stage() instanceof Ended ended) {
      throw ended.refusal();
    }
    changes.insist(holder.code(), RequestReason.TOO_MANY_TRIES);
    return replacement.replace(
        holder.code(),
        request -> change.ofContact() ? changed(request, change, at) : null,
        (request, ref) -> {
          if (request.stage() instanceof Ended ended) {
            throw ended.refusal();
          }
          String when =
              change.when() == null || change.when().code().equals(request.asked().when())
                  ? null
                  : change.when().code();
          return when == null && ref == null
              ? null
              : new HelpFact.HelpChanged(
                  when, ref, at, ref == null ? null : agreed(request, change));
        });
  }

  /** The new consent; that to the groups goes on where the contact with them is still there. */
  private static @Nullable Consent agreed(HelpRequest request, ChangedValues change) {
    Consent anew = change.consent();
    return anew == null || request.isContactLost()
        ? anew
        : new Consent(anew.textVersion(), request.asked().consent().groupsTextVersion(), anew.at());
  }

  private Contact changed(HelpRequest request, ChangedValues change, Instant at) {
    if (request.stage() instanceof Ended ended) {
      throw ended.refusal();
    }
    Contact anew = request.isContactLost() ? change.whole() : null;
    return anew != null ? anew : change.of(contacts.toChange(request, at));
  }

  /**
   * Withdraws the consent to the priority groups alone; all else stays. A repeat changes nothing.
   *
   * @throws Refusal as {@link #read}
   */
  public HelpRequest withdrawGroups(Holder holder, Instant at) {
    var _ = read(holder);
    return withdrawGroups(holder.code(), AffectedQuery.TICKET_HOLDER, at);
  }

  /**
   * The same on the holder's request to a leader.
   *
   * @param by the account
   */
  public HelpRequest withdrawGroups(String code, String by, Instant at) {
    HelpRequest before = HelpService.known(service.find(code).state());
    if (!before.hasContact() || !before.asked().hasGroups()) {
      return before;
    }
    return replacement.replace(
        code,
        request -> {
          Contact known = contacts.toWithdrawGroups(request, by, at);
          return new Contact(known.name(), known.phone(), known.address(), List.of());
        },
        (request, ref) ->
            ref == null || !request.hasContact() || !request.asked().hasGroups()
                ? null
                : new HelpFact.HelpGroupsWithdrawn(ref, by, at));
  }

  /**
   * What is kept of a ticket's holder.
   *
   * @param contact null if it is erased or lost
   * @param eraseAt when it is erased at the latest
   */
  public record Own(HelpRequest request, @Nullable Contact contact, Instant eraseAt) {}

  /** Reads what is kept of the holder, after the access is recorded; see {@link #read}. */
  public Own own(Holder holder, Instant at) {
    HelpRequest request = read(holder);
    changes.insist(holder.code(), RequestReason.TOO_MANY_TRIES);
    Contact contact = request.hasContact() ? contacts.forHolder(request, at) : null;
    Instant eraseAt =
        request.stage() instanceof Ended ended
            ? ended.at().plus(terms.retention())
            : request.asked().at().plus(terms.waiting());
    return new Own(request, contact, eraseAt);
  }

  /**
   * Withdraws a request and erases the contact at once; a repeat changes nothing.
   *
   * @throws Refusal if the secret is wrong, or the request has ended otherwise
   */
  public HelpRequest withdraw(Holder holder, Instant at) {
    proved(holder);
    HelpRequest after = decide(holder, request -> request.withdraw(at));
    contacts.erase(after.asked().contact());
    return after;
  }

  /**
   * Rates the help, once.
   *
   * @param stars 1 … 5
   * @throws Refusal if the secret is wrong, there was no visit yet, or it was rated otherwise
   */
  public HelpRequest rate(Holder holder, int stars, Instant at) {
    proved(holder);
    return decide(holder, request -> request.rate(stars, at));
  }

  /**
   * Gives the secret of a ticket in exchange for its PIN.
   *
   * @param screen where the PIN is typed
   * @throws Refusal if it is wrong
   * @throws Refusal after some wrong ones, for right ones too
   */
  public String unlock(String code, String pin, String screen) {
    // The screen's limit first: unknown codes count too.
    pinsOfAScreen.insist(screen, RequestReason.TOO_MANY_TRIES);
    HelpRequest request = HelpService.known(service.find(code).state());
    pins.insist(code, RequestReason.TOO_MANY_TRIES);
    TicketSecrets.Printed printed = service.secrets().of(request);
    byte[] right = printed.pin().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(right, pin.getBytes(StandardCharsets.UTF_8))) {
      throw Refusal.of(HelpReason.WRONG_PIN);
    }
    pins.forget(code);
    return printed.secret();
  }

  private HelpRequest decide(Holder holder, Function<HelpRequest, @Nullable HelpFact> decide) {
    return service.changed(holder.code(), known -> decide.apply(HelpService.known(known))).known();
  }

  private HelpRequest proved(Holder holder) {
    HelpRequest request = HelpService.known(service.find(holder.code()).state());
    // A right secret is accepted whatever wrong ones came before.
    if (Tokens.matches(holder.secret(), request.asked().secretHash())) {
      return request;
    }
    tries.insist(holder.code(), RequestReason.TOO_MANY_TRIES);
    throw Refusal.of(HelpReason.WRONG_SECRET);
  }
}
