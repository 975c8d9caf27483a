package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.shell.Words;
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
  public String title(Words words) {
    return words.text("help.activity");
  }

  @Override
  public String lead(Words words) {
    return words.text("help.activity.lead");
  }

  @Override
  public Component content(PageHost stage) {
    CampaignInfo campaign = stage.hall().campaign();
    if (campaign == null || !stage.hall().engineIsThere()) {
      return MessagePage.away().content(stage);
    }
    return Widgets.tiles(
        asked(campaign).stream()
            .map(activity ->
                Widgets.tile(
                    DRAWN.contains(activity.code()) ? activity.code() : "other",
                    name(activity, stage.words()),
                    () -> {
                      draft.activity = activity.code();
                      stage.open(new HamletPage(draft));
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
  static String name(@Nullable CampaignInfo campaign, String code, Words words) {
    return campaign == null
        ? ""
        : campaign.activities().stream()
            .filter(activity -> activity.code().equals(code))
            .findFirst()
            .map(activity -> name(activity, words))
            .orElse("");
  }

  /** The commune's own name; in English, ours for known activities. */
  static String name(Named activity, Words words) {
    return !words.language().isFirst() && DRAWN.contains(activity.code())
        ? words.text("activity." + activity.code())
        : activity.name();
  }
}
