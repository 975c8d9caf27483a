package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.Component;
import java.util.function.BiConsumer;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.feed.Campaign.Named;
import vn.gocua.kiosk.resident.keyboard.HamletList;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.Stage;
import vn.gocua.kiosk.resident.shell.Words;

/** Which hamlet: a list, and letters to find one by. Other journeys ask it too. */
public final class HamletPage implements Page {
  private final BiConsumer<Stage, Named> chosen;

  /**
   * @param chosen told which hamlet it is
   */
  public HamletPage(BiConsumer<Stage, Named> chosen) {
    this.chosen = chosen;
  }

  HamletPage(HelpDraft draft) {
    this((stage, hamlet) -> {
      draft.hamlet = hamlet.code();
      stage.open(new WhenPage(draft));
    });
  }

  @Override
  public String title(Words words) {
    return words.text("hamlet");
  }

  @Override
  public String lead(Words words) {
    return words.text("hamlet.lead");
  }

  @Override
  public Component content(Stage stage) {
    Campaign campaign = stage.hall().campaign();
    if (campaign == null) {
      return MessagePage.away().content(stage);
    }
    return new HamletList(
        campaign.hamletList(), stage.words(), hamlet -> chosen.accept(stage, hamlet));
  }
}
