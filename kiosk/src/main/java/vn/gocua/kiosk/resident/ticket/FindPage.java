package vn.gocua.kiosk.resident.ticket;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.keyboard.DigitInput;
import vn.gocua.kiosk.resident.keyboard.NumberPad;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PageHost.Trouble;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.HelpRequestList;

/**
 * A ticket is found by the digits of its code, or by holding its QR code to a scanner or a camera.
 */
public final class FindPage implements Page {
  private static final int FEWEST = 4;
  private static final int MOST = 8;

  private final DigitInput digits = new DigitInput(MOST);
  private boolean asking;

  @Override
  public String title(Texts texts) {
    return texts.get("ticket.find");
  }

  @Override
  public String lead(Texts texts) {
    return texts.get("ticket.find.lead");
  }

  @Override
  public String pictogram() {
    return "door-ticket";
  }

  @Override
  public Component content(PageHost host) {
    NumberPad pad =
        new NumberPad(
            digits,
            host.texts(),
            title(host.texts()),
            prefix(host.context().campaign()) + "-",
            text -> text,
            () -> host.say(""));
    Div find = Widgets.div("find", pad);
    find.getElement()
        .addEventListener(
            "gocua-scan",
            event -> scanned(host, event.getEventData().path("event.detail").asString("")))
        .addEventData("event.detail");
    find.add(camera(host.texts()));
    return find;
  }

  /** The browser's work: camera.js shows this only where there is a camera that it can read. */
  private static Div camera(Texts texts) {
    Element video = new Element("video");
    video.setAttribute("muted", true).setAttribute("playsinline", true);
    Div picture = Widgets.div("camera-picture");
    picture.getElement().appendChild(video);
    NativeButton start = Widgets.button("big-button", "", () -> {});
    start.addClassName("camera-start");
    start.add(Widgets.pictogram("camera"), Widgets.span("camera-label", texts.get("camera.start")));
    NativeButton stop = Widgets.button("big-button", texts.get("camera.stop"), () -> {});
    stop.addClassName("camera-stop");
    Paragraph on = Widgets.text("camera-words", texts.get("camera.on"));
    on.getElement().setAttribute("role", "status");
    Paragraph trouble = Widgets.text("camera-trouble", texts.get("camera.trouble"));
    trouble.getElement().setAttribute("role", "status");
    return Widgets.div("camera", start, trouble, Widgets.div("camera-view", on, picture, stop));
  }

  /** Tickets begin with the initials of the campaign id's first two words. */
  static String prefix(@org.jspecify.annotations.Nullable CampaignInfo campaign) {
    StringBuilder initials = new StringBuilder();
    if (campaign != null) {
      for (String word : campaign.id().split("[^a-z]+", -1)) {
        if (!word.isEmpty() && initials.length() < 2) {
          initials.append(word.charAt(0));
        }
      }
    }
    return initials
        .append("GC", 0, 2 - initials.length())
        .toString()
        .toUpperCase(java.util.Locale.ROOT);
  }

  @Override
  public Action action(PageHost host) {
    return new Action(host.texts().get("ticket.find.go"), () -> find(host));
  }

  private void find(PageHost host) {
    if (digits.text().length() < FEWEST) {
      host.say(host.texts().get("ticket.find.short"));
      return;
    }
    ask(host, new TicketKey(prefix(host.context().campaign()) + "-" + digits.text(), ""));
  }

  private void scanned(PageHost host, String text) {
    TicketKey.scanned(text)
        .ifPresentOrElse(
            key -> ask(host, key), () -> host.say(host.texts().get("ticket.scan.other")));
  }

  private void ask(PageHost host, TicketKey key) {
    if (asking) {
      return;
    }
    asking = true;
    host.say(host.texts().get("ticket.asking"));
    host.<HelpRequestList.Row>work(
        () -> host.context().engine().call(host.caller(), HelpEndpoints.FIND, key.code()),
        ticket -> {
          asking = false;
          digits.clear();
          host.open(new TicketPage(key, ticket));
        },
        trouble -> {
          asking = false;
          switch (trouble) {
            case Trouble.Away _ -> host.open(MessagePage.away());
            case Trouble.No(var refused) ->
                host.say(
                    refused.status() == 404
                        ? host.texts().get("ticket.none", key.code())
                        : refused.title());
          }
        });
  }
}
