package vn.gocua.kiosk.feed;

import java.util.stream.Collectors;
import vn.gocua.base.text.Language;
import vn.gocua.protocol.board.BoardMessage.Doubt;
import vn.gocua.protocol.campaign.CampaignInfo;

/** A doubt about a clock in one sentence. */
public final class ClockDoubt {
  private ClockDoubt() {}

  /** The sentence; phones are named by their teams. */
  public static String words(Language language, CampaignInfo campaign, Doubt doubt) {
    return switch (doubt.kind()) {
      case DOUBTFUL, OFF -> ClockTexts.wrong(language, doubt.lackingSeconds());
      case UNSURE ->
          ClockTexts.unsure(
              language,
              doubt.lackingSeconds(),
              doubt.phones().stream()
                  .map(phone -> name(campaign, phone.team()))
                  .collect(Collectors.joining(", ")));
      case PHONES ->
          doubt.phones().stream()
              .map(phone ->
                  ClockTexts.phone(language, name(campaign, phone.team()), phone.lackingSeconds()))
              .collect(Collectors.joining("; "));
    };
  }

  private static String name(CampaignInfo campaign, String team) {
    return campaign.teams().stream()
        .filter(each -> each.code().equals(team))
        .map(CampaignInfo.Team::name)
        .findFirst()
        .orElse(team);
  }
}
