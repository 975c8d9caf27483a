package vn.gocua.kiosk.resident;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.board.IdlePanel;
import vn.gocua.kiosk.resident.pairing.PairingPanel;
import vn.gocua.kiosk.resident.pairing.ScreenPairing;
import vn.gocua.kiosk.resident.pairing.ScreenPairing.Answer;
import vn.gocua.kiosk.resident.pairing.ScreenPairing.Standing;
import vn.gocua.kiosk.resident.shell.KioskContext;
import vn.gocua.kiosk.resident.shell.Shell;

/**
 * The residents' kiosk, at one address, so that neither address nor history reveals anything. Until
 * a leader accepts the screen it shows its code only.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class ResidentView extends Main implements HasDynamicTitle {
  private static final Duration ASK = Duration.ofSeconds(2);

  /** A screen that serves is asked about this many times less often. */
  private static final int RARELY = 15;

  private final KioskContext context;
  private final ScreenPairing pairing;
  private final @Nullable String secret;
  private final Texts texts = Texts.of("kiosk", Language.first());
  private Runnable stopAsking = () -> {};
  private @Nullable Answer shown;
  private @Nullable Shell shell;
  private int asked;

  /**
   * @param secret of this browser; null if it keeps no cookies
   */
  public ResidentView(KioskContext context, ScreenPairing pairing, @Nullable String secret) {
    this.context = context;
    this.pairing = pairing;
    this.secret = secret;
    addClassName("kiosk");
    getElement().setAttribute("lang", Language.first().tag());
    boolean known = secret != null && pairing.wasAccepted(secret);
    show(new Answer(known ? Standing.ACCEPTED : Standing.UNKNOWN, ""));
  }

  @Override
  public String getPageTitle() {
    return texts.get("title");
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    context.schedule().after(Duration.ZERO, () -> ask(ui, false));
    stopAsking = context.schedule().every("pairing", ASK, () -> askNow(ui));
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stopAsking.run();
  }

  private void askNow(UI ui) {
    asked++;
    Answer last = shown;
    boolean serves = last != null && last.standing() == Standing.ACCEPTED;
    if (!serves || asked % RARELY == 0) {
      ask(ui, false);
    }
  }

  private void ask(UI ui, boolean again) {
    if (secret == null) {
      return;
    }
    try {
      Answer answer = pairing.ask(secret, again);
      var _ = ui.access(() -> show(answer));
    } catch (UIDetachedException _) {
      stopAsking.run();
    }
  }

  private void called(Answer answer) {
    Shell opened = shell;
    if (opened != null && !answer.code().isEmpty()) {
      opened.called(answer.code());
    }
  }

  private void show(Answer answer) {
    Answer before = shown;
    if (before != null && before.standing() == answer.standing()) {
      boolean same = before.code().equals(answer.code());
      if (same || answer.standing() == Standing.ACCEPTED) {
        called(answer);
        return;
      }
    }
    shown = answer;
    removeAll();
    if (answer.standing() == Standing.ACCEPTED) {
      Shell opened =
          new Shell(context, HomeTiles.all(context), () -> new IdlePanel(context, texts));
      shell = opened;
      called(answer);
      add(opened);
    } else {
      add(
          new PairingPanel(
              answer,
              texts,
              () ->
                  getUI()
                      .ifPresent(
                          ui -> context.schedule().after(Duration.ZERO, () -> ask(ui, true)))));
    }
  }
}
