package vn.gocua.engine.help;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.http.Sse;

/**
 * Help requests as server-sent events, for phones and leaders. What a slow viewer has not taken yet
 * is remembered as codes only, so it gets each request once, as it is by then. One instance an
 * event loop; touched on that loop only.
 */
public final class HelpStream {
  static final long BEAT_MS = 15_000;

  /** A token that expires is found out at the next connecting. */
  private static final long LONGEST_MS = 3_600_000;

  private final HelpIndex index;
  private final HelpView view;
  private final Clock clock;
  private final Context context;
  private final Set<Viewer> viewers = new LinkedHashSet<>();

  private static final class Viewer {
    private final HttpServerResponse response;
    private final String principal;
    private final @Nullable String team;
    private final Set<String> unsent = new LinkedHashSet<>();
    private final long since = now();
    private boolean draining;

    Viewer(HttpServerResponse response, String principal, @Nullable String team) {
      this.response = response;
      this.principal = principal;
      this.team = team;
    }
  }

  /**
   * @param clock the campaign's time
   */
  public HelpStream(Campaign campaign, HelpIndex index, Clock clock, Vertx vertx) {
    this.index = index;
    this.view = new HelpView(campaign);
    this.clock = clock;
    this.context = vertx.getOrCreateContext();
    vertx.setPeriodic(BEAT_MS, _ -> beat());
  }

  /** A request is new or has changed; may be called from any thread. */
  public void changed(HelpRequest request) {
    context.runOnContext(_ -> {
      for (Viewer viewer : viewers) {
        if (view.concerns(request, viewer.team)) {
          viewer.unsent.add(request.code());
          send(viewer);
        }
      }
    });
  }

  /** A phone or session is shut out; may be called from any thread. */
  public void shutOut(String principal) {
    context.runOnContext(_ -> {
      for (Viewer viewer : Set.copyOf(viewers)) {
        if (viewer.principal.equals(principal)) {
          end(viewer);
        }
      }
    });
  }

  /**
   * Serves one viewer until it leaves.
   *
   * @param team whose phone it is; null for a leader
   */
  void serve(RoutingContext ctx, String principal, @Nullable String team) {
    HttpServerResponse response = Sse.begin(ctx);
    Viewer viewer = new Viewer(response, principal, team);
    response.closeHandler(_ -> viewers.remove(viewer));
    response.exceptionHandler(_ -> viewers.remove(viewer));
    // Before the list is made: what changes meanwhile is sent after it.
    viewers.add(viewer);
    response.write(Sse.event("requests", null, view.rows(index, team, clock.instant())));
  }

  private void send(Viewer viewer) {
    if (viewer.response.closed() || viewer.draining) {
      return;
    }
    if (viewer.response.writeQueueFull()) {
      viewer.draining = true;
      viewer.response.drainHandler(_ -> {
        viewer.draining = false;
        send(viewer);
      });
      return;
    }
    Set<String> codes = new HashSet<>(viewer.unsent);
    viewer.unsent.clear();
    for (String code : codes) {
      HelpRequest request = index.get(code);
      if (request != null) {
        viewer.response.write(Sse.event("request", null, view.row(request, viewer.team)));
      }
    }
  }

  private record Beat(OffsetDateTime at) {}

  private void beat() {
    Beat beat = new Beat(view.local(clock.instant()));
    for (Viewer viewer : Set.copyOf(viewers)) {
      if (now() - viewer.since > LONGEST_MS) {
        end(viewer);
      } else if (!viewer.draining) {
        viewer.response.write(Sse.event("beat", null, beat));
      }
    }
  }

  private void end(Viewer viewer) {
    viewers.remove(viewer);
    if (viewer.draining) {
      viewer.response.reset();
    } else {
      viewer.response.end();
    }
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }
}
