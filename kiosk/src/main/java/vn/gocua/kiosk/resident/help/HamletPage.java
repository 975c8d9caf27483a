package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.Component;
import java.util.function.BiConsumer;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.keyboard.HamletPicker;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Named;

/** Choice of a hamlet from a list, with letters to search by. Other journeys use it too. */
public final class HamletPage implements Page {
  private final BiConsumer<PageHost, Named> chosen;

  /**
   * @param chosen receives the hamlet
   */
  public HamletPage(BiConsumer<PageHost, Named> chosen) {
    this.chosen = chosen;
  }

  HamletPage(HelpDraft draft) {
    this((host, hamlet) -> {
      draft.hamlet = hamlet.code();
      host.open(new WhenPage(draft));
    });
  }

  @Override
  public String title(Texts texts) {
    return texts.get("hamlet");
  }

  @Override
  public String lead(Texts texts) {
    return texts.get("hamlet.lead");
  }

  @Override
  public Component content(PageHost host) {
    CampaignInfo campaign = host.context().campaign();
    if (campaign == null) {
      return MessagePage.away().content(host);
    }
    return new HamletPicker(
        campaign.hamletList(), host.texts(), hamlet -> chosen.accept(host, hamlet));
  }
}
