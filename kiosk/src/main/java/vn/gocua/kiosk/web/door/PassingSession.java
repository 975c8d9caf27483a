package vn.gocua.kiosk.web.door;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session for one answer: Vaadin needs one to write a page. The server does not register it, and
 * the browser gets no cookie.
 */
final class PassingSession implements HttpSession {
  private final ServletContext context;
  private final String id = UUID.randomUUID().toString();
  private final Instant began;
  private final Map<String, Object> attributes = new HashMap<>();
  private int maxInactive;

  /**
   * @param began by the computer's clock
   */
  PassingSession(ServletContext context, Instant began) {
    this.began = began;
    this.context = context;
  }

  @Override
  public long getCreationTime() {
    return began.toEpochMilli();
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public long getLastAccessedTime() {
    return began.toEpochMilli();
  }

  @Override
  public ServletContext getServletContext() {
    return context;
  }

  @Override
  public void setMaxInactiveInterval(int seconds) {
    maxInactive = seconds;
  }

  @Override
  public int getMaxInactiveInterval() {
    return maxInactive;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    return Collections.enumeration(attributes.keySet());
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      attributes.remove(name);
    } else {
      attributes.put(name, value);
    }
  }

  @Override
  public void removeAttribute(String name) {
    attributes.remove(name);
  }

  @Override
  public void invalidate() {
    attributes.clear();
  }

  @Override
  public boolean isNew() {
    return true;
  }
}
