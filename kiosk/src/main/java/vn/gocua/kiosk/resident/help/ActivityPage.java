package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Named;

/** The first question: an activity, by six pictures. */
public final class ActivityPage implements Page {
  /** Activities that residents can't request. */
  private static final Set<String> NOT_ASKED_FOR = Set.of("class", "on-duty");

  private static final Set<String> DRAWN =
      Set.of("public-services", "digital-id", "apps", "payments", "commerce", "online-safety");
  private static final int MOST = 6;

  private final HelpDraft draft = new HelpDraft();

  @Override
  public String title(Texts texts) {
    return texts.get("help.activity");
  }

  @Override
  public String lead(Texts texts) {
    return texts.get("help.activity.lead");
  }

  @Override
  public Component content(PageHost host) {
    CampaignInfo campaign = host.context().campaign();
    if (campaign == null || !host.context().engineIsThere()) {
      return MessagePage.away().content(host);
    }
    return Widgets.tiles(
        asked(campaign).stream()
            .map(activity ->
                Widgets.tile(
                    DRAWN.contains(activity.code()) ? activity.code() : "other",
                    name(activity, host.texts()),
                    () -> {
                      draft.activity = activity.code();
                      host.open(new HamletPage(draft));
                    }))
            .toArray(Component[]::new));
  }

  private static List<Named> asked(CampaignInfo campaign) {
    return campaign.activities().stream()
        .filter(activity -> !NOT_ASKED_FOR.contains(activity.code()))
        .limit(MOST)
        .toList();
  }

  /** Name of an activity; empty without campaign data. */
  static String name(@Nullable CampaignInfo campaign, String code, Texts texts) {
    return campaign == null
        ? ""
        : campaign.activities().stream()
            .filter(activity -> activity.code().equals(code))
            .findFirst()
            .map(activity -> name(activity, texts))
            .orElse("");
  }

  /** The commune's own name; in English, ours for known activities. */
  static String name(Named activity, Texts texts) {
    return !texts.language().isFirst() && DRAWN.contains(activity.code())
        ? texts.get("activity." + activity.code())
        : activity.name();
  }
}
