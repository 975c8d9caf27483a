package vn.gocua.kiosk.web.door;

import org.eclipse.jetty.session.DefaultSessionCache;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.session.NullSessionDataStore;
import org.eclipse.jetty.session.SessionData;
import org.eclipse.jetty.session.SessionManager;

/** Sessions that expire by a monotonic clock: setting the computer's clock ends none. */
public final class SteadySessions extends DefaultSessionCache {
  public SteadySessions(SessionManager manager) {
    super(manager);
    setSessionDataStore(new NullSessionDataStore());
  }

  @Override
  public ManagedSession newSession(SessionData data) {
    return new Steady(getSessionManager(), data);
  }

  private static final class Steady extends ManagedSession {
    private volatile long usedAt = System.nanoTime();

    Steady(SessionManager manager, SessionData data) {
      super(manager, data);
    }

    @Override
    public boolean access(long time) {
      boolean known = super.access(time);
      if (known) {
        usedAt = System.nanoTime();
      }
      return known;
    }

    @Override
    public boolean isExpiredAt(long time) {
      long most = getMaxInactiveInterval() * 1_000_000_000L;
      return most > 0 && System.nanoTime() - usedAt >= most;
    }
  }
}
