package vn.gocua.kiosk.web;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;

/** The page around every view: pushed over one WebSocket, dressed in the shared tokens. */
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET)
@StyleSheet("/gocua/fonts.css")
@StyleSheet("/gocua/tokens.css")
@StyleSheet("/gocua/wall.css")
@StyleSheet("/gocua/wall-teams.css")
@StyleSheet("/gocua/wall-foot.css")
@StyleSheet("/gocua/wall-portrait.css")
@StyleSheet("/gocua/kiosk.css")
@StyleSheet("/gocua/kiosk-states.css")
@StyleSheet("/gocua/kiosk-choices.css")
@StyleSheet("/gocua/kiosk-keyboard.css")
@StyleSheet("/gocua/kiosk-tickets.css")
@StyleSheet("/gocua/kiosk-board.css")
@StyleSheet("/gocua/kiosk-whole.css")
@StyleSheet("/gocua/kiosk-learning.css")
@StyleSheet("/gocua/kiosk-slip.css")
@StyleSheet("/gocua/kiosk-camera.css")
@StyleSheet("/gocua/kit.css")
@StyleSheet("/gocua/desk-frame.css")
@StyleSheet("/gocua/desk-sign-in.css")
@StyleSheet("/gocua/desk-chart.css")
@StyleSheet("/gocua/desk-chart-drawing.css")
@StyleSheet("/gocua/desk-overview.css")
@StyleSheet("/gocua/desk-overview-pace.css")
@StyleSheet("/gocua/desk-overview-teams.css")
@StyleSheet("/gocua/desk-overview-alerts.css")
@StyleSheet("/gocua/desk-account.css")
@StyleSheet("/gocua/desk-closing.css")
@StyleSheet("/gocua/desk-documents.css")
@StyleSheet("/gocua/desk-paper.css")
@StyleSheet("/gocua/desk-phones.css")
@StyleSheet("/gocua/print.css")
@StyleSheet("/gocua/desk-reports.css")
@StyleSheet("/gocua/desk-roster.css")
@StyleSheet("/gocua/desk-team.css")
@StyleSheet("/gocua/desk-training.css")
@StyleSheet("/gocua/forced-colors.css")
public final class AppShell implements AppShellConfigurator {
  private static final long serialVersionUID = 1L;

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setViewport("width=device-width, initial-scale=1");
    settings.addLink("icon", "/gocua/icon.svg");
  }
}
