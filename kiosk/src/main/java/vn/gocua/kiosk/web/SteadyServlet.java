package vn.gocua.kiosk.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Vaadin's servlet, which counts from page to page by the computer's clock: after that was set, no
 * page is given up before it has had time to be heard again.
 */
final class SteadyServlet extends VaadinServlet {
  private static final long serialVersionUID = 1L;

  private final transient ClockJumps jumps;

  /**
   * @param clock the computer's
   * @param patience as long as a page that lives is heard within
   */
  SteadyServlet(InstantSource clock, Duration patience) {
    jumps = new ClockJumps(clock::millis, System::nanoTime, patience);
  }

  @Override
  protected VaadinServletService createServletService(DeploymentConfiguration configuration)
      throws ServiceException {
    VaadinServletService service = new Steady(this, configuration, jumps);
    service.init();
    return service;
  }

  @Override
  protected StaticFileHandler createStaticFileHandler(VaadinService service) {
    return new StaticFiles(service);
  }

  private static final class Steady extends VaadinServletService {
    private static final long serialVersionUID = 1L;

    private final transient ClockJumps jumps;

    Steady(VaadinServlet servlet, DeploymentConfiguration configuration, ClockJumps jumps) {
      super(servlet, configuration);
      this.jumps = jumps;
    }

    @Override
    public boolean isUIActive(UI ui) {
      boolean jumped = jumps.lately();
      return super.isUIActive(ui) || (jumped && !ui.isClosing());
    }
  }
}
