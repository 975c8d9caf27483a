package vn.gocua.kiosk.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.server.communication.PushConnectionFactory;
import java.io.IOException;
import org.atmosphere.cpr.AtmosphereResource;
import vn.gocua.kiosk.web.door.Guests;

/**
 * Closes push at once when a page is left. Vaadin itself waits a second for a message in progress
 * and holds the session meanwhile, so that a reload comes late (Vaadin's issue 21158).
 */
public final class PromptPushDisconnect implements PushConnectionFactory {
  private static final long serialVersionUID = 1L;

  @Override
  public PushConnection apply(UI ui) {
    return new Connection(ui);
  }

  private static final class Connection extends AtmospherePushConnection {
    private static final long serialVersionUID = 1L;

    Connection(UI ui) {
      super(ui);
    }

    private boolean open;

    /** The page has opened its line: it runs in a browser. */
    @Override
    public void connect(AtmosphereResource resource) {
      super.connect(resource);
      line(true);
    }

    @Override
    public void connectionLost() {
      super.connectionLost();
      line(false);
    }

    private void line(boolean opens) {
      if (open != opens) {
        open = opens;
        Guests.line(getUI().getSession(), opens);
      }
    }

    @Override
    public void disconnect() {
      AtmosphereResource resource = isConnected() && getUI().isClosing() ? getResource() : null;
      if (resource == null) {
        super.disconnect();
        return;
      }
      connectionLost();
      try {
        resource.close();
      } catch (IOException _) {
        // The browser has hung up already.
      }
    }
  }
}
