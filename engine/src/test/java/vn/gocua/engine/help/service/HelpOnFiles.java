package vn.gocua.engine.help.service;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.config.ReadingLimits;
import vn.gocua.engine.help.contact.Contact;
import vn.gocua.engine.help.contact.HelpContacts;
import vn.gocua.engine.help.contact.RequestQuota;
import vn.gocua.engine.help.contact.Terms;
import vn.gocua.engine.help.state.Actor;
import vn.gocua.engine.help.state.HelpFact.Consent;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.HelpRequests;
import vn.gocua.engine.help.state.PreferredTime;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.engine.state.RememberedRepository;
import vn.gocua.engine.support.Campaigns;
import vn.gocua.engine.vault.AccessLog;
import vn.gocua.engine.vault.Vault;
import vn.gocua.engine.vault.sqlite.SqliteVaultStore;
import vn.gocua.testkit.SettableClock;

/**
 * Help requests on real files, without the watches of an engine: whatever a test does not do is not
 * done, as after a crash.
 */
final class HelpOnFiles implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final Campaign CAMPAIGN = Campaigns.of(LocalDate.of(2025, 8, 11), 45, ZONE, 20);
  static final Duration RETENTION = Duration.ofDays(30);
  static final Duration WAITING = Duration.ofDays(60);
  static final String PHONE = "0912345678";
  static final String NAME = "Người xin giúp";
  static final String ADDRESS = "Ngõ thứ nhất";

  final SettableClock clock = SettableClock.at("2025-08-22T09:00:00+07:00");
  final Journal journal;
  final GroupCommit commit;
  final Vault vault;
  final HelpRequests requests;
  final HelpService service;
  final TicketService tickets;
  final SupervisionService supervision;
  final HelpJobs jobs;
  final HelpContacts contacts;

  private HelpOnFiles(Path folder, Campaign campaign, Clock vaultTime) {
    journal = SqliteJournal.open(folder.resolve("journal.db"));
    commit = new GroupCommit(journal, 10_000, _ -> {});
    vault =
        Vault.open(
            SqliteVaultStore.open(folder.resolve("vault.db")),
            folder.resolve("vault.key"),
            vaultTime.instant());
    contacts =
        new HelpContacts(
            vault, new AccessLog(campaign.id(), journal, commit, ReadingLimits.NONE), vaultTime);
    RateLimiter plenty = new RateLimiter(100_000, Duration.ofSeconds(1));
    RequestQuota limits = new RequestQuota(vault, plenty, plenty);
    requests =
        new HelpRequests(
            new RememberedRepository<>(HelpRequest.kind(campaign.id()), journal, commit));
    requests.repository().load();
    service = new HelpService(campaign, journal, requests, vault, contacts, limits);
    Terms terms = new Terms(WAITING, RETENTION);
    tickets = new TicketService(service, contacts, terms);
    supervision = new SupervisionService(service, requests, contacts, terms);
    jobs = new HelpJobs(service, supervision, requests, vault, clock, vaultTime, Runnable::run);
  }

  /** Opens what is in a folder, or begins there. */
  static HelpOnFiles open(Path folder) {
    return new HelpOnFiles(folder, CAMPAIGN, SettableClock.at("2025-08-22T09:00:00+07:00"));
  }

  /** The same of another campaign. */
  static HelpOnFiles open(Path folder, Campaign campaign) {
    return new HelpOnFiles(folder, campaign, SettableClock.at("2025-08-22T09:00:00+07:00"));
  }

  /** The same, so much later. */
  static HelpOnFiles openLater(Path folder, Duration later) {
    SettableClock vaultTime = SettableClock.at("2025-08-22T09:00:00+07:00");
    vaultTime.advance(later);
    return new HelpOnFiles(folder, CAMPAIGN, vaultTime);
  }

  static HelpService.RequestHelp order() {
    return order(UuidCreator.getTimeOrderedEpoch().toString());
  }

  static HelpService.RequestHelp order(String id) {
    return new HelpService.RequestHelp(
        id,
        "co-giao",
        "public-services",
        new Contact(NAME, PHONE, ADDRESS, List.of("elderly")),
        new Consent("2025-08", "2025-08", Instant.parse("2025-08-22T02:00:00Z")),
        PreferredTime.MORNING,
        false);
  }

  static Actor phone(String team) {
    return new Actor(team, "phone-of-" + team);
  }

  HelpService.Ticket ask() {
    return service.ask(order(), "", clock.instant());
  }

  HelpRequest claim(String code, String team) {
    return service.claim(code, phone(team), clock.instant()).known();
  }

  /** Every event there is. */
  List<Event> events() {
    List<Event> events = new ArrayList<>();
    journal.readAll("", events::add);
    return events;
  }

  @Override
  public void close() {
    commit.close();
    journal.close();
    vault.close();
  }
}
