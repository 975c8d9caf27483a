package vn.gocua.engine.closing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.settings.BadConfiguration;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Closing;
import vn.gocua.engine.closing.ClosingFact.CampaignArchived;
import vn.gocua.engine.http.api.Download;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.rights.Principal;
import vn.gocua.protocol.Refusal;

/** The end of a campaign over HTTP: leaders see how far it is, admins do it. */
public final class ClosingRoutes {
  private static final Logger log = LoggerFactory.getLogger(ClosingRoutes.class);
  private static final String CAMPAIGN = "/api/v1/campaign";
  private static final String ZIP = "application/zip";
  private static final int MOST_LATE_HOURS = 24 * 30;
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private final Campaign campaign;
  private final ClosingDesk desk;
  private final CampaignArchiver archives;
  private final AtomicReference<Work> work;
  private final Runnable changed;
  private final Executor executor;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;
  private final BooleanSupplier doubtful;

  /** How soon to ask again whether the clock has been mended. */
  private static final Duration AGAIN = Duration.ofMinutes(5);

  /** Whether an archive is being made by this engine, and how the last one ended. */
  public enum Work {
    IDLE,
    MAKING,
    FAILED
  }

  /**
   * @param work shared by all event loops
   * @param changed called after the campaign was closed or opened again
   * @param executor where an archive is made
   * @param clock the campaign's time
   * @param doubtful whether that must be wrong
   */
  public ClosingRoutes(
      Campaign campaign,
      ClosingDesk desk,
      CampaignArchiver archives,
      AtomicReference<Work> work,
      Runnable changed,
      Executor executor,
      Guard guard,
      Guard.Blocking blocking,
      Clock clock,
      BooleanSupplier doubtful) {
    this.doubtful = doubtful;
    this.campaign = campaign;
    this.desk = desk;
    this.archives = archives;
    this.work = work;
    this.changed = changed;
    this.executor = executor;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.get(CAMPAIGN + "/closing").handler(ctx -> guard.leader(ctx, (c, _) -> read(c)));
    router.post(CAMPAIGN + "/close").handler(ctx -> guard.admin(ctx, this::close));
    router.post(CAMPAIGN + "/reopen").handler(ctx -> guard.admin(ctx, this::reopen));
    router.post(CAMPAIGN + "/archives").handler(ctx -> guard.admin(ctx, this::archive));
    router
        .get(CAMPAIGN + "/archives/:file")
        .handler(ctx -> guard.admin(ctx, (c, _) -> download(c)));
    router.post(CAMPAIGN + "/next").handler(ctx -> guard.admin(ctx, (c, _) -> next(c)));
  }

  private record File(
      String file,
      long bytes,
      String sha256,
      long version,
      String by,
      OffsetDateTime at,
      boolean here) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record View(
      boolean closed,
      @Nullable OffsetDateTime closedAt,
      @Nullable OffsetDateTime lateUntil,
      boolean takesLate,
      OffsetDateTime lastMoment,
      String work,
      List<File> archives) {}

  private View view(ClosingState ending) {
    Closing closing = ending.closing();
    return new View(
        closing != null,
        closing == null ? null : local(closing.at()),
        closing == null ? null : local(closing.lateUntil()),
        closing == null || closing.takesLate(clock.instant()),
        campaign.lastDate().plusDays(1).atStartOfDay(campaign.zone()).toOffsetDateTime(),
        String.valueOf(work.get()).toLowerCase(java.util.Locale.ROOT),
        ending.archives().stream().map(this::file).toList());
  }

  private File file(CampaignArchived a) {
    boolean here = archives.find(a.file()).isPresent();
    return new File(a.file(), a.bytes(), a.sha256(), a.version(), a.by(), local(a.at()), here);
  }

  private OffsetDateTime local(Instant instant) {
    return instant.atZone(campaign.zone()).toOffsetDateTime();
  }

  private void read(RoutingContext ctx) {
    blocking
        .run(desk::now)
        .onSuccess(ending -> ApiJson.answer(ctx, 200, view(ending)))
        .onFailure(ctx::fail);
  }

  private void close(RoutingContext ctx, Principal.Leader admin) {
    Fields fields = new Fields(ApiJson.body(ctx), Set.of("lateHours"));
    Duration late = Duration.ofHours(fields.integer("lateHours", 0, MOST_LATE_HOURS));
    insistOnTheTime();
    answer(ctx, () -> desk.close(late, admin.username(), clock.instant()));
  }

  /** A moment that can't be taken back is not set by a clock that must be wrong. */
  private void insistOnTheTime() {
    if (doubtful.getAsBoolean()) {
      throw Refusal.busy("engine-clock", AGAIN);
    }
  }

  private void reopen(RoutingContext ctx, Principal.Leader admin) {
    answer(ctx, () -> desk.reopen(admin.username(), clock.instant()));
  }

  private void answer(RoutingContext ctx, java.util.function.Supplier<ClosingState> act) {
    blocking
        .run(() -> {
          ClosingState ending = act.get();
          changed.run();
          return ending;
        })
        .onSuccess(ending -> ApiJson.answer(ctx, 200, view(ending)))
        .onFailure(ctx::fail);
  }

  /** Begins to make an archive; it goes on after the answer. */
  private void archive(RoutingContext ctx, Principal.Leader admin) {
    insistOnTheTime();
    Instant now = clock.instant();
    blocking
        .run(() -> {
          ClosingState ending = desk.now();
          Closing closing = ending.closing();
          if (closing == null) {
            throw Refusal.conflict("not-closed");
          }
          if (closing.takesLate(now)) {
            throw Refusal.conflict("late-phones-still-come");
          }
          if (work.getAndSet(Work.MAKING) != Work.MAKING) {
            executor.execute(() -> make(admin.username(), now));
          }
          return ending;
        })
        .onSuccess(ending -> ApiJson.answer(ctx, 202, view(ending)))
        .onFailure(ctx::fail);
  }

  private void make(String by, Instant at) {
    try {
      desk.archived(archives.make(by, at));
      work.set(Work.IDLE);
    } catch (IOException | RuntimeException e) {
      log.error("the archive could not be made", e);
      work.set(Work.FAILED);
    }
  }

  private void download(RoutingContext ctx) {
    String name = ctx.pathParam("file");
    Path file = archives.find(name).orElseThrow(() -> Refusal.unknown("archive-not-here"));
    ctx.response()
        .putHeader("content-type", ZIP)
        .putHeader("content-disposition", Download.disposition("attachment", name))
        .putHeader("cache-control", "no-store")
        .sendFile(file.toString())
        .onFailure(ctx::fail);
  }

  private void next(RoutingContext ctx) {
    Fields fields =
        new Fields(
            ApiJson.body(ctx), Set.of("id", "name", "startDate", "days", "checkIns", "residents"));
    NextCampaign.Wish wish =
        new NextCampaign.Wish(
            id(fields.text("id", 40)),
            fields.text("name", 120).strip(),
            date(fields.text("startDate", 10)),
            fields.integer("days", 1, 366),
            fields.integer("checkIns", 1, 100_000_000),
            fields.integer("residents", 1, 100_000_000));
    blocking
        .run(() -> zip(wish))
        .onSuccess(bytes ->
            ctx.response()
                .putHeader("content-type", ZIP)
                .putHeader(
                    "content-disposition",
                    Download.disposition("attachment", "chien-dich-" + wish.id() + ".zip"))
                .putHeader("cache-control", "no-store")
                .end(io.vertx.core.buffer.Buffer.buffer(bytes)))
        .onFailure(ctx::fail);
  }

  /** A campaign's id is in every event: the next one needs its own. */
  private String id(String id) {
    if (!ID.matcher(id).matches()) {
      throw Refusal.invalid("next-id", id);
    }
    if (id.equals(campaign.id())) {
      throw Refusal.invalid("next-id-taken", id);
    }
    return id;
  }

  private LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (java.time.DateTimeException _) {
      throw Refusal.invalid("invalid-date", "startDate");
    }
  }

  private byte[] zip(NextCampaign.Wish wish) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      NextCampaign.write(campaign, wish, bytes);
      return bytes.toByteArray();
    } catch (BadConfiguration e) {
      throw Refusal.invalid("next-refused", e.mistakes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
