package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Set;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Named;

/**
 * Optional question: priority groups of the household, with a consent of its own. Choosing a group
 * is that consent, as the page says; choosing again withdraws it.
 */
public final class GroupsPage implements Page {
  private static final Set<String> KNOWN = Set.of("elderly", "disability", "poor-household");
  private static final int MOST = 5;

  private final HelpDraft draft;

  GroupsPage(HelpDraft draft) {
    this.draft = draft;
  }

  @Override
  public String title(Texts texts) {
    return texts.get("help.groups");
  }

  @Override
  public String lead(Texts texts) {
    return texts.get("help.groups.lead");
  }

  @Override
  public Component content(PageHost host) {
    CampaignInfo campaign = host.context().campaign();
    return Widgets.rows(
        campaign == null
            ? new Component[0]
            : campaign.groups().stream()
                .limit(MOST)
                .map(group -> choice(host, group))
                .toArray(Component[]::new));
  }

  private NativeButton choice(PageHost host, Named group) {
    boolean chosen = draft.groups.contains(group.code());
    NativeButton choice =
        Widgets.row(
            chosen ? "chosen" : "not-chosen",
            name(group, host.texts()),
            host.texts().get(chosen ? "help.groups.chosen" : "help.groups.choose"),
            () -> {
              if (!draft.groups.remove(group.code())) {
                draft.groups.add(group.code());
              }
              host.refresh();
            });
    choice.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
    return choice;
  }

  /** A group in the visitor's language. */
  public static String name(Named group, Texts texts) {
    return !texts.language().isFirst() && KNOWN.contains(group.code())
        ? texts.get("group." + group.code())
        : group.name();
  }

  @Override
  public Action action(PageHost host) {
    return new Action(host.texts().get("help.groups.done"), host::back);
  }
}
