package vn.gocua.engine.closing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Closing;
import vn.gocua.engine.closing.ClosingFact.CampaignArchived;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.api.Content;
import vn.gocua.engine.http.json.FieldText;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.campaign.CampaignEndpoints;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.campaign.ClosingInfo;
import vn.gocua.protocol.campaign.ClosingOrder;
import vn.gocua.protocol.campaign.NextCampaignOrder;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** The end of a campaign over HTTP: leaders see how far it is, admins do it. */
final class ClosingRoutes {
  private static final Logger log = LoggerFactory.getLogger(ClosingRoutes.class);
  private static final String ZIP = "application/zip";
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private final Campaign campaign;
  private final ClosingService service;
  private final OpenRequests requests;
  private final CampaignArchiver archives;
  private final AtomicReference<Work> work;
  private final Executor executor;
  private final Clock clock;
  private final BooleanSupplier doubtful;

  /** When a client may try again while the engine's clock is in doubt. */
  private static final Duration AGAIN = Duration.ofMinutes(5);

  /** State of this engine's archive: being made, or how the last one ended. */
  enum Work {
    IDLE,
    MAKING,
    FAILED
  }

  /**
   * @param work shared by all event loops
   */
  ClosingRoutes(
      Campaign campaign,
      ClosingService service,
      OpenRequests requests,
      CampaignArchiver archives,
      AtomicReference<Work> work,
      CampaignContext context) {
    this.doubtful = context.engineClock()::isDoubtful;
    this.campaign = campaign;
    this.service = service;
    this.requests = requests;
    this.archives = archives;
    this.work = work;
    this.executor = context.blocking();
    this.clock = context.clock();
  }

  void mount(Api api) {
    api.on(CampaignEndpoints.CLOSING)
        .may(Permission.READ_CLOSING)
        .blocking(_ -> info(service.now()));
    api.on(CampaignEndpoints.CLOSE).may(Permission.CLOSE_CAMPAIGN).blocking(this::close);
    api.on(CampaignEndpoints.REOPEN)
        .may(Permission.CLOSE_CAMPAIGN)
        .blocking(call -> info(service.reopen(call.by(), clock.instant())));
    api.on(CampaignEndpoints.ARCHIVE)
        .may(Permission.CLOSE_CAMPAIGN)
        .accepted()
        .blocking(this::archive);
    api.on(CampaignEndpoints.FETCH_ARCHIVE).may(Permission.CLOSE_CAMPAIGN).content(this::download);
    api.on(CampaignEndpoints.PREPARE_NEXT).may(Permission.CLOSE_CAMPAIGN).content(this::next);
  }

  private ClosingInfo info(ClosingState ending) {
    Closing closing = ending.closing();
    return new ClosingInfo(
        closing != null,
        closing == null ? null : campaign.local(closing.at()),
        closing == null ? null : campaign.local(closing.lateUntil()),
        closing == null || closing.takesLate(clock.instant()),
        campaign.lastDate().plusDays(1).atStartOfDay(campaign.zone()).toOffsetDateTime(),
        String.valueOf(work.get()).toLowerCase(java.util.Locale.ROOT),
        ending.archives().stream().map(this::row).toList(),
        requests.count());
  }

  private ClosingInfo.Archive row(CampaignArchived a) {
    boolean here = archives.find(a.file()).isPresent();
    return new ClosingInfo.Archive(
        a.file(), a.bytes(), a.sha256(), a.version(), a.by(), campaign.local(a.at()), here);
  }

  private ClosingInfo close(Call<ClosingOrder> call) {
    Duration late = Duration.ofHours(call.body().lateHours());
    ClosingOrder.@Nullable OpenRequests open = call.body().openRequests();
    insistOnTheTime();
    requests.insist(open);
    ClosingState closed = service.close(late, call.by(), clock.instant());
    // From now on none is made. A crash in between leaves them open, and closing may be repeated.
    requests.settle(open, call.by(), clock.instant());
    return info(closed);
  }

  /** A moment that can't be taken back is not set by a clock that must be wrong. */
  private void insistOnTheTime() {
    if (doubtful.getAsBoolean()) {
      throw Refusal.forNow(RequestReason.ENGINE_CLOCK, AGAIN);
    }
  }

  /** Starts making an archive, which goes on after the answer. */
  private ClosingInfo archive(Call<?> call) {
    insistOnTheTime();
    ClosingState state = service.read();
    Closing closing = state.closing();
    if (closing == null) {
      throw Refusal.of(CampaignReason.NOT_CLOSED);
    }
    if (closing.takesLate(call.now())) {
      throw Refusal.of(CampaignReason.LATE_PHONES_STILL_COME);
    }
    if (work.getAndSet(Work.MAKING) != Work.MAKING) {
      executor.execute(() -> make(call.by(), call.now()));
    }
    return info(state);
  }

  private void make(String by, Instant at) {
    try {
      service.archived(archives.make(by, at));
      work.set(Work.IDLE);
    } catch (IOException | RuntimeException e) {
      log.error("the archive could not be made", e);
      work.set(Work.FAILED);
    }
  }

  private Content download(Call<?> call) throws IOException {
    String name = call.path("file");
    Path file = archives.find(name).orElseThrow(() -> Refusal.of(CampaignReason.ARCHIVE_NOT_HERE));
    return Content.file(ZIP, file, 0, Files.size(file)).savedAs(name);
  }

  private Content next(Call<NextCampaignOrder> call) {
    NextCampaignOrder order = call.body();
    NextCampaign.Order next =
        new NextCampaign.Order(
            id(order.id()),
            order.name().strip(),
            FieldText.date(order.startDate(), "startDate"),
            order.days(),
            order.checkIns(),
            order.residents());
    return Content.of(ZIP, zip(next)).savedAs("chien-dich-" + next.id() + ".zip");
  }

  /** A campaign's id is in every event: the next one needs its own. */
  private String id(String id) {
    if (!ID.matcher(id).matches()) {
      throw Refusal.of(CampaignReason.NEXT_ID, id);
    }
    if (id.equals(campaign.id())) {
      throw Refusal.of(CampaignReason.NEXT_ID_TAKEN, id);
    }
    return id;
  }

  private byte[] zip(NextCampaign.Order order) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      NextCampaign.write(campaign, order, bytes);
      return bytes.toByteArray();
    } catch (InvalidConfig e) {
      throw Refusal.of(CampaignReason.NEXT_REFUSED, e.mistakes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
