package vn.gocua.kiosk.resident.ticket;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.help.WhenPage;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PageHost.Trouble;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.endpoint.Endpoint;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.HelpRequestList;
import vn.gocua.protocol.help.TicketChange;
import vn.gocua.protocol.help.TicketRating;
import vn.gocua.protocol.help.TicketSecret;

/** A request's state, live, and its holder's actions. */
final class TicketPage implements Page {
  private static final Duration FOLLOW = Duration.ofSeconds(2);
  private static final int FACES = 5;

  private TicketKey key;
  private HelpRequestList.Row ticket;
  private String told = "";
  private boolean rated;

  TicketPage(TicketKey key, HelpRequestList.Row ticket) {
    this.key = key;
    this.ticket = ticket;
  }

  @Override
  public String title(Texts texts) {
    return texts.get("ticket.title", key.code());
  }

  @Override
  public String lead(Texts texts) {
    return told;
  }

  @Override
  public Component content(PageHost host) {
    Texts texts = host.texts();
    Div panel = new Following(host);
    panel.addClassName("ticket-page");
    panel.getElement().setAttribute("data-status", ticket.status());
    panel.add(steps(texts), facts(host));
    if (ticket.lost() && !isOver()) {
      panel.add(Widgets.text("made-note", texts.get("ticket.contactLost")));
    }
    if (ticket.expired()) {
      panel.add(Widgets.text("made-note", texts.get("ticket.expired." + ticket.whyExpired())));
    }
    if (key.canChange()) {
      panel.add(acts(host));
    } else if (hasSomethingToDo()) {
      panel.add(
          Widgets.div(
              "ticket-acts",
              Widgets.row(
                  "door-ticket",
                  texts.get(
                      !isOver()
                          ? "ticket.unlock"
                          : ticket.stars() == null ? "ticket.unlock.rate" : "own.see"),
                  texts.get("ticket.unlock.how"),
                  () -> host.open(new PinPage(key.code(), secret -> unlocked(host, secret))))));
    }
    return panel;
  }

  private boolean hasSomethingToDo() {
    return !isOver() || ticket.status().equals("closed");
  }

  private void unlocked(PageHost host, String secret) {
    key = new TicketKey(key.code(), secret);
    host.back();
  }

  private boolean isOver() {
    return ticket.status().equals("closed") || isEndedOtherwise();
  }

  /** Withdrawn, cancelled, or a status of a newer engine. */
  private boolean isEndedOtherwise() {
    return switch (ticket.status()) {
      case "open", "claimed", "closed" -> false;
      default -> true;
    };
  }

  private boolean isCancelled() {
    return ticket.status().equals("cancelled");
  }

  private Div steps(Texts texts) {
    Div steps = Widgets.div("ticket-steps");
    steps.getElement().setAttribute("role", "list");
    boolean claimed = ticket.claimedAt() != null;
    boolean closed = ticket.closedAt() != null;
    steps.add(step(texts.get("ticket.open"), texts.figures().moment(ticket.requestedAt()), "done"));
    if (isEndedOtherwise()) {
      String how =
          "carried-over".equals(ticket.reason())
              ? "carriedOver"
              : ticket.expired() ? "expired" : isCancelled() ? "cancelled" : "withdrawn";
      steps.add(step(texts.get("ticket." + how), time(texts, ticket.closedAt()), "ended"));
      return steps;
    }
    steps.add(
        step(
            texts.get("ticket.claimed"),
            claimed ? time(texts, ticket.claimedAt()) : texts.get("ticket.claimed.wait"),
            claimed ? "done" : "next"));
    steps.add(
        step(
            texts.get("ticket.closed"),
            closed ? time(texts, ticket.closedAt()) : texts.get("ticket.closed.wait"),
            closed ? "done" : claimed ? "next" : "later"));
    return steps;
  }

  private static String time(Texts texts, @Nullable OffsetDateTime at) {
    return at == null ? "" : texts.figures().moment(at);
  }

  private static Div step(String name, String remark, String state) {
    Div step =
        Widgets.div(
            "ticket-step",
            Widgets.div("step-dot"),
            Widgets.div(
                "step-words",
                Widgets.span("step-name", name),
                Widgets.span("step-remark", remark)));
    step.getElement().setAttribute("role", "listitem");
    step.getElement().setAttribute("data-state", state);
    return step;
  }

  private Div facts(PageHost host) {
    Texts texts = host.texts();
    CampaignInfo campaign = host.context().campaign();
    Div facts = Widgets.div("facts");
    if (campaign != null) {
      String team =
          ticket.waitsForLeader() ? texts.get("ticket.noTeam") : campaign.teamName(ticket.team());
      facts.add(
          Widgets.fact(texts.get("fact.team"), team),
          Widgets.fact(texts.get("fact.activity"), ticket.activityName(campaign::activityName)),
          Widgets.fact(texts.get("fact.hamlet"), ticket.hamletName(campaign::hamletName)));
    }
    facts.add(Widgets.fact(texts.get("fact.when"), texts.get("help.when." + ticket.when())));
    return facts;
  }

  private Div acts(PageHost host) {
    Texts texts = host.texts();
    if (ticket.status().equals("closed")) {
      return ticket.stars() == null && !rated
          ? faces(host)
          : Widgets.div(
              "ticket-acts",
              Widgets.text("made-note", texts.get("rate.thanks")),
              OwnDataPage.row(host, key));
    }
    if (isOver()) {
      return Widgets.div("ticket-acts", OwnDataPage.row(host, key));
    }
    return Widgets.div(
        "ticket-acts",
        Widgets.row("when-any", texts.get("ticket.change"), "", () -> host.open(changing())),
        Widgets.row(
            "withdraw",
            texts.get("ticket.withdraw"),
            "",
            () -> host.open(new ConfirmPage("ticket.withdraw", () -> withdraw(host)))),
        OwnDataPage.row(host, key));
  }

  private Div faces(PageHost host) {
    Texts texts = host.texts();
    Div faces = Widgets.div("faces");
    for (int n = 1; n <= FACES; n++) {
      int stars = n;
      faces.add(
          Widgets.tile(
              "face-" + n,
              texts.get("rate." + n),
              () ->
                  tell(
                      host,
                      HelpEndpoints.RATE,
                      new TicketRating(stars, key.secret()),
                      "rate.thanks",
                      () -> rated = true)));
    }
    return Widgets.div("ticket-acts", Widgets.text("part-title", texts.get("rate")), faces);
  }

  private Page changing() {
    return new WhenPage((host, when) -> {
      host.back();
      tell(
          host,
          HelpEndpoints.CHANGE,
          new TicketChange(when, key.secret()),
          "ticket.changed",
          () -> {});
    });
  }

  private void withdraw(PageHost host) {
    host.back();
    tell(
        host,
        HelpEndpoints.WITHDRAW,
        new TicketSecret(key.secret()),
        "ticket.withdrawn.done",
        () -> {});
  }

  private <B> void tell(PageHost host, Endpoint<B, ?> what, B body, String thanks, Runnable done) {
    host.<HelpRequestList.Row>work(
        () -> {
          var _ = host.context().engine().send(host.caller(), what, body, key.code());
          return host.context().engine().call(host.caller(), HelpEndpoints.FIND, key.code());
        },
        now -> {
          done.run();
          ticket = now;
          told = host.texts().get(thanks);
          host.refresh();
        },
        trouble -> {
          switch (trouble) {
            case Trouble.Away _ -> host.open(MessagePage.away());
            case Trouble.No(var refused) -> host.say(refused.title());
          }
        });
  }

  /** Looks again while it is shown. */
  @SuppressWarnings("serial")
  private final class Following extends Div {
    private final PageHost host;
    private Runnable stop = () -> {};

    Following(PageHost host) {
      this.host = host;
    }

    @Override
    protected void onAttach(AttachEvent event) {
      UI ui = event.getUI();
      if (!isOver()) {
        stop = host.context().schedule().every("ticket", FOLLOW, () -> poll(ui));
      }
    }

    @Override
    protected void onDetach(DetachEvent event) {
      stop.run();
    }

    private void poll(UI ui) {
      try {
        HelpRequestList.Row now =
            host.context().engine().call(host.caller(), HelpEndpoints.FIND, key.code());
        var _ =
            ui.access(() -> {
              if (isAttached() && !now.equals(ticket)) {
                ticket = now;
                host.refresh();
              }
            });
      } catch (UIDetachedException _) {
        stop.run();
      } catch (ApiRefusal _) {
        // The shown state has its times; the next poll may succeed.
      }
    }
  }
}
