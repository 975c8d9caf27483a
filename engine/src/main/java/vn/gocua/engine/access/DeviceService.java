package vn.gocua.engine.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.state.AccessFact;
import vn.gocua.engine.access.state.AccessFact.CodeMade;
import vn.gocua.engine.access.state.AccessFact.CodeUsed;
import vn.gocua.engine.access.state.AccessFact.DeviceEnrolled;
import vn.gocua.engine.access.state.AccessFact.DeviceNamed;
import vn.gocua.engine.access.state.AccessFact.DeviceRevoked;
import vn.gocua.engine.access.state.AccessFact.DeviceTokenRenewed;
import vn.gocua.engine.access.state.AccessTold;
import vn.gocua.engine.access.state.Device;
import vn.gocua.engine.access.state.EnrolmentCode;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.engine.state.RememberedRepository;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.state.Repository;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.engine.state.Versioned;
import vn.gocua.protocol.access.AccessReason;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Teams' phones, and their enrolment codes. */
final class DeviceService {
  /** Default validity of an enrolment code. */
  static final Duration CODE = Duration.ofMinutes(30);

  /** Period of the resync with the journal, in case a message of another node was lost. */
  private static final Duration RESYNC = Duration.ofSeconds(15);

  private final Clock clock;
  private final Consumer<String> revoked;
  private final DeviceTerms terms;
  private final RememberedRepository<AccessFact, Device> devices;
  private final Repository<AccessFact, EnrolmentCode> codes;
  private final RateLimiter enrolments = new RateLimiter(10, Duration.ofSeconds(6));
  private final AtomicInteger active = new AtomicInteger();

  /**
   * @param clock real time, also in a rehearsal
   * @param revoked receives the id of a phone whose former token is no longer valid
   * @param runningDay today's date by the campaign's clock; null if such days don't count now
   * @param beside where uses are recorded
   */
  DeviceService(
      Repositories repositories,
      Clock clock,
      Consumer<String> revoked,
      Supplier<@Nullable LocalDate> runningDay,
      Executor beside) {
    this.clock = clock;
    this.revoked = revoked;
    String campaign = repositories.campaign();
    this.devices =
        repositories.remembered(
            new StreamKind<>(
                campaign + "/device/", AccessFact.FACTS, Device::evolve, AccessTold::device),
            "access/devices",
            RESYNC);
    this.terms = new DeviceTerms(devices, clock, runningDay, revoked, beside);
    devices.onChange(change -> active.addAndGet(count(change.now()) - count(change.before())));
    this.codes =
        repositories.plain(
            new StreamKind<>(
                campaign + "/enrolment-code/",
                AccessFact.FACTS,
                EnrolmentCode::evolve,
                AccessTold::code));
  }

  private static int count(Versioned<Device> now) {
    Device device = now.state();
    return device == null || device.isOver() ? 0 : 1;
  }

  void load() {
    devices.load();
  }

  /** Calls back with the id of every phone of which there is news. */
  void onChange(Consumer<String> listener) {
    devices.onChange(change -> listener.accept(change.key()));
  }

  /** A code for enrolling phones. It is shown once. */
  record MadeCode(String code, Instant expiresAt) {}

  /** Makes a code. Blocks. */
  MadeCode makeCode(String team, int uses, Duration valid, String by) {
    Instant now = clock.instant();
    String code = Tokens.code();
    Instant expiresAt = now.plus(valid);
    codes.append(
        Tokens.hash(Tokens.normalized(code)), _ -> new CodeMade(team, uses, expiresAt, by, now));
    return new MadeCode(code, expiresAt);
  }

  /** A phone that has just been enrolled. Its token is shown once. */
  record Enrolled(String device, String token, String team) {}

  /**
   * Enrols a phone; empty if the code is wrong, expired or used up. The code's use is journaled
   * before the phone. A crash in between costs one use and never admits a phone twice. Blocks.
   *
   * @param enrolment the phone's id of its try. A repeated try is the same phone with a fresh token
   *     and needs no further use of the code. Null: every try is another phone.
   * @throws Refusal of that code
   */
  Optional<Enrolled> enrol(String typed, @Nullable String enrolment) {
    String key = Tokens.hash(Tokens.normalized(typed));
    enrolments.insist(key, RequestReason.TOO_MANY_TRIES);
    Instant now = clock.instant();
    String id = enrolment == null ? Tokens.id() : derivedId(key, enrolment);
    Repository.Decided<EnrolmentCode> use =
        codes.decided(
            key,
            known ->
                known != null && known.admits(id, now) && !known.phones().contains(id)
                    ? new CodeUsed(id, now)
                    : null);
    boolean first = use.first();
    EnrolmentCode code = use.now().state();
    if (code == null || !code.phones().contains(id) || !(first || code.admits(id, now))) {
      return Optional.empty();
    }
    String secret = Tokens.secret();
    String hash = Tokens.hash(secret);
    Device device =
        devices
            .append(
                id,
                known -> {
                  if (known == null) {
                    return new DeviceEnrolled(id, code.team(), hash, now);
                  }
                  // A later try has its token, which the phone waits for: this one came too late.
                  return known.isOver() || known.issuedAt().isAfter(now)
                      ? null
                      : new DeviceTokenRenewed(hash, now);
                })
            .state();
    if (device == null || !device.secretHash().equals(hash)) {
      return Optional.empty();
    }
    if (!first) {
      revoked.accept(id);
    }
    return Optional.of(new Enrolled(id, Tokens.token(Tokens.Kind.DEVICE, id, secret), code.team()));
  }

  /** Derives the phone's id from code and try, so that a repeated try gives the same id. */
  private static String derivedId(String code, String enrolment) {
    return UuidCreator.getNameBasedSha1(code + "/" + enrolment).toString();
  }

  /** Revokes a phone; false if there is no such phone. Again: nothing changes. Blocks. */
  boolean revoke(String id, String by) {
    Device after =
        devices
            .append(
                id, d -> d == null || d.revoked() ? null : new DeviceRevoked(by, clock.instant()))
            .state();
    revoked.accept(id);
    return after != null;
  }

  /** A phone by its id; null if there is none. Does not block. */
  @Nullable Device find(String id) {
    return devices.get(id);
  }

  /** All phones of a team, or of all teams. Does not block. */
  List<Device> all(@Nullable String team) {
    return devices.all().stream()
        .filter(device -> team == null || team.equals(device.team()))
        .toList();
  }

  /** Number of phones whose token is valid. Does not block. */
  public int active() {
    return active.get();
  }

  /**
   * Proves a token by the journal; null if it is wrong or revoked. A use extends the token's term.
   * Blocks.
   *
   * @throws Refusal if it ended for disuse
   */
  Principal.@Nullable Phone prove(Tokens.ParsedToken token) {
    Device device = devices.read(token.id()).state();
    if (device == null
        || device.revoked()
        || !Tokens.matches(token.secret(), device.secretHash())) {
      return null;
    }
    if (terms.use(device).isUnused()) {
      throw Refusal.of(AccessReason.PHONE_UNUSED);
    }
    return new Principal.Phone(token.id(), device.team());
  }

  /** Terms of the phones' tokens. */
  DeviceTerms terms() {
    return terms;
  }

  /**
   * Gives a phone another name.
   *
   * @param name the vault's ref of it; null for none
   * @return the ref of its former name, which it has no more; empty if there was none
   * @throws Refusal if there is no such phone
   */
  Optional<String> name(String id, @Nullable String name, String by) {
    String[] former = new String[1];
    Device after =
        devices
            .append(
                id,
                known -> {
                  former[0] = known == null ? null : known.name();
                  return known == null || Objects.equals(known.name(), name)
                      ? null
                      : new DeviceNamed(name, by, clock.instant());
                })
            .state();
    if (after == null) {
      throw Refusal.of(AccessReason.UNKNOWN_DEVICE);
    }
    return Optional.ofNullable(former[0]).filter(ref -> !ref.equals(name));
  }

  /** Refs of the names in use, as the journal has them. Blocks. */
  Set<String> names() {
    devices.resync();
    return devices.all().stream()
        .map(Device::name)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }
}
