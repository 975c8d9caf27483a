package vn.gocua.kiosk.web;

import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.InitParameters;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.communication.JSR356WebsocketInitializer;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URL;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.atmosphere.cpr.ApplicationConfig;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.session.DefaultSessionIdManager;
import org.eclipse.jetty.session.HouseKeeper;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.desk.DeskPages;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.live.LiveHub;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.screen.View;
import vn.gocua.kiosk.settings.KioskSettings;
import vn.gocua.kiosk.settings.StartRefused;
import vn.gocua.kiosk.web.cookie.ScreenCookie;
import vn.gocua.kiosk.web.door.Guests;
import vn.gocua.kiosk.web.door.SessionDoor;
import vn.gocua.kiosk.web.door.Sessions;
import vn.gocua.kiosk.web.door.SteadySessions;
import vn.gocua.kiosk.web.wire.BriefLines;
import vn.gocua.kiosk.web.wire.BriefMessages;
import vn.gocua.kiosk.web.wire.ChunkGuard;
import vn.gocua.kiosk.web.wire.Compressed;
import vn.gocua.kiosk.web.wire.ForwardedRequests;
import vn.gocua.kiosk.web.wire.OwnOrigin;
import vn.gocua.kiosk.web.wire.ProperHeaders;
import vn.gocua.kiosk.web.wire.SecurityHeaders;

/**
 * Runs Vaadin on an embedded Jetty. Views are registered by name instead of being searched on the
 * class path: the start is quicker, and the served views can be read in one place.
 */
public final class KioskServer implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** Period of a page's heartbeats; after three missing ones the page is dropped. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(60);

  /** Sessions that have ended are swept this often. */
  private static final Duration SWEEP = Duration.ofSeconds(30);

  private final KioskSettings settings;
  private final Clock clock;
  private final Schedule schedule;
  private final Server server;
  private final ServerConnector connector;

  /**
   * @param clock the computer's
   * @param schedule for work that may wait
   * @param paired whether the screen with that secret may serve; does not block
   */
  public KioskServer(
      KioskSettings settings,
      Clock clock,
      Schedule schedule,
      Views.Makers makers,
      DeskContext desk,
      Predicate<String> paired) {
    this.settings = settings;
    this.clock = clock;
    this.schedule = schedule;
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("http");
    threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-"));
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // Lines must end with CR LF: a proxy may see another end.
    http.setHttpCompliance(HttpCompliance.STRICT);
    http.addCustomizer(new ForwardedRequests(settings.trustedProxies()));
    connector = new ServerConnector(server, new ChunkGuard(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    server.addConnector(connector);
    Sessions sessions = new Sessions();
    sessions.setSessionCache(new SteadySessions(sessions));
    Handler pages = new ProperHeaders(new Compressed(context(sessions, makers, desk, paired)));
    server.setHandler(new OwnOrigin(settings.publicUrl(), new BriefLines(sessions, pages)));
    server.setErrorHandler(new ErrorPage());
    server.setStopTimeout(GRACE.toMillis());
    DefaultSessionIdManager ids = new DefaultSessionIdManager(server);
    ids.setSessionHouseKeeper(sweeper());
    server.addBean(ids, true);
  }

  /** A hall's screens run for months: browsers that are gone are not kept longer than needed. */
  private static HouseKeeper sweeper() {
    HouseKeeper sweeper = new HouseKeeper();
    try {
      sweeper.setIntervalSec(SWEEP.toSeconds());
    } catch (Exception e) {
      throw new IllegalStateException("a sweeper that does not run cannot be set", e);
    }
    return sweeper;
  }

  /** Listens from now on. */
  public void start() throws StartRefused {
    try {
      connector.open();
    } catch (IOException | UnresolvedAddressException e) {
      if (causedBy(e, BindException.class) && String.valueOf(e.getCause()).contains("in use")) {
        throw StartRefused.portTaken(settings.host(), settings.port());
      }
      throw StartRefused.cannotListen(
          settings.host(), settings.port(), String.valueOf(e.getMessage()));
    }
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the web server did not start", e);
    }
  }

  /** The port, also where the settings said 0. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the web server did not stop cleanly", e);
    }
  }

  private ServletContextHandler context(
      Sessions sessions, Views.Makers makers, DeskContext desk, Predicate<String> paired) {
    EngineFeed feed = desk.feed();
    ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
    context.setClassLoader(KioskServer.class.getClassLoader());
    context.setBaseResource(staticFiles(context));
    context.setErrorHandler(new ErrorPage());
    context.setSessionHandler(sessions);
    context.getSessionHandler().setHttpOnly(true);
    context.getSessionHandler().setSameSite(HttpCookie.SameSite.STRICT);
    Guests guests = new Guests(HEARTBEAT.multipliedBy(4), paired, System::nanoTime, schedule);
    context.getSessionHandler().addEventListener(guests);
    context.addFilter(
        new FilterHolder(new SecurityHeaders()), "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addFilter(
        new FilterHolder(new ScreenCookie()), "/kiosk", EnumSet.of(DispatcherType.REQUEST));
    context.addFilter(
        new FilterHolder(new SessionDoor(guests, clock, schedule::after)),
        "/*",
        EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(new ServletHolder("health", new HealthServlet(feed)), "/health/live");
    context.addServlet(new ServletHolder("health-ready", new HealthServlet(feed)), "/health/ready");

    context.addServlet(
        new ServletHolder("sign-in", new SignInServlet(desk.signIn())), DeskPages.SESSION);

    context.addServlet(
        new ServletHolder(
            "security-txt",
            new SecurityTxtServlet(settings.securityContacts(), settings.publicUrl(), clock)),
        SecurityTxtServlet.PATH);

    context.addServlet(new ServletHolder("scan", new ScanServlet()), "/kiosk/scan");

    ServletHolder vaadin =
        new ServletHolder("vaadin", new SteadyServlet(clock, HEARTBEAT.multipliedBy(3)));
    vaadin.setAsyncSupported(true);
    vaadin.setInitOrder(1);
    vaadin.setInitParameter(
        InitParameters.SERVLET_PARAMETER_HEARTBEAT_INTERVAL, String.valueOf(HEARTBEAT.toSeconds()));
    vaadin.setInitParameter(
        InitParameters.SERVLET_PARAMETER_MAX_REQUEST_BODY_SIZE, String.valueOf(BriefMessages.MOST));
    vaadin.setInitParameter(
        ApplicationConfig.ATMOSPHERE_INTERCEPTORS, BriefMessages.class.getName());
    context.addServlet(vaadin, "/*");

    startVaadin(context, makers, desk.live());
    return context;
  }

  /** Gives Vaadin everything that it would search for on the class path. */
  private static void startVaadin(
      ServletContextHandler context, Views.Makers makers, LiveHub live) {
    Class<?>[] errors =
        makers.views().stream()
            .map(View::type)
            .filter(HasErrorParameter.class::isAssignableFrom)
            .toArray(Class<?>[]::new);
    context.addServletContainerInitializer(
        new LookupServletContainerInitializer(), LookupInitializer.class, Views.class);
    context.addServletContainerInitializer(new ErrorNavigationTargetInitializer(), errors);
    context.addServletContainerInitializer(new VaadinAppShellInitializer(), AppShell.class);
    JakartaWebSocketServletContainerInitializer.configure(
        context,
        (servletContext, sockets) -> {
          new VaadinServletContext(servletContext).setAttribute(Views.Makers.class, makers);
          new JSR356WebsocketInitializer().init(servletContext);
          sockets.addEndpoint(LiveSocket.of(live));
        });
  }

  /** All jars' static files, ours among them, as one folder; nothing lists it. */
  private static Resource staticFiles(ServletContextHandler context) {
    ResourceFactory resources = ResourceFactory.of(context);
    try {
      List<Resource> roots = new ArrayList<>();
      for (URL root :
          Collections.list(KioskServer.class.getClassLoader().getResources("META-INF/resources"))) {
        roots.add(resources.newResource(root));
      }
      return ResourceFactory.combine(roots);
    } catch (IOException e) {
      throw new UncheckedIOException("the kiosk's static files cannot be read", e);
    }
  }

  private static boolean causedBy(Throwable thrown, Class<? extends Throwable> cause) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (cause.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
