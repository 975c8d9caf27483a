package vn.gocua.kiosk.resident.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.gocua.base.consent.ConsentText;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PageHost.Job;
import vn.gocua.kiosk.resident.shell.PageHost.Trouble;
import vn.gocua.kiosk.resident.shell.Widgets;

/**
 * The last step before sending: the entries and their purpose in plain words. The one button names
 * both consent and action.
 *
 * @param entered shows the entries
 * @param consent what is agreed to
 * @param act key of the button
 * @param send makes the order when the button is pressed
 * @param done the page after sending
 */
public record ConsentStep<D, T>(
    BiFunction<D, PageHost, Div> entered,
    Function<D, List<ConsentText>> consent,
    String act,
    BiFunction<D, PageHost, Job<T>> send,
    BiFunction<D, T, Page> done)
    implements Step<D> {
  @Override
  public Page page(D draft, Consumer<PageHost> onwards) {
    return new ConsentPage(draft);
  }

  private final class ConsentPage implements Page {
    private final D draft;
    private boolean sending;

    ConsentPage(D draft) {
      this.draft = draft;
    }

    @Override
    public String title(Texts texts) {
      return texts.get("help.check");
    }

    @Override
    public String lead(Texts texts) {
      return texts.get("help.check.lead");
    }

    @Override
    public Component content(PageHost host) {
      // A visitor who stepped back meanwhile may send again: it has an id, and stays one.
      sending = false;
      return Widgets.div(
          "two-parts",
          entered.apply(draft, host),
          Widgets.div(
              "part",
              Widgets.text("part-title", host.texts().get("help.consent.title")),
              points(host)));
    }

    private UnorderedList points(PageHost host) {
      UnorderedList points = new UnorderedList();
      points.addClassName("points");
      for (ConsentText text : consent.apply(draft)) {
        for (String point : text.points(host.texts().language(), host.context().terms())) {
          points.add(new ListItem(point));
        }
      }
      return points;
    }

    @Override
    public Action action(PageHost host) {
      return new Action(host.texts().get(act), () -> send(host));
    }

    private void send(PageHost host) {
      if (sending) {
        return;
      }
      sending = true;
      host.say(host.texts().get("help.sending"));
      host.work(
          send.apply(draft, host),
          sent -> host.openForGood(done.apply(draft, sent)),
          trouble -> {
            sending = false;
            switch (trouble) {
              case Trouble.Away _ -> host.open(MessagePage.unsent());
              case Trouble.No(var refused) -> host.say(refused.title());
            }
          });
    }
  }
}
