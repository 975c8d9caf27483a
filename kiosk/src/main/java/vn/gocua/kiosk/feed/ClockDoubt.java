package vn.gocua.kiosk.feed;

import java.util.stream.Collectors;
import vn.gocua.kiosk.feed.Board.Doubt;
import vn.gocua.kiosk.text.ClockWords;
import vn.gocua.kiosk.text.Texts;

/** What is wrong with a clock, as one sentence. */
public final class ClockDoubt {
  private ClockDoubt() {}

  /** Says it; phones are named by their teams. */
  public static String words(Texts texts, Campaign campaign, Doubt doubt) {
    return switch (doubt.kind()) {
      case DOUBTFUL, OFF -> ClockWords.wrong(texts, doubt.lackingSeconds());
      case UNSURE ->
          ClockWords.unsure(
              texts,
              doubt.lackingSeconds(),
              doubt.contrary().stream()
                  .map(phone -> name(campaign, phone.team()))
                  .collect(Collectors.joining(", ")));
      case PHONES ->
          doubt.contrary().stream()
              .map(phone ->
                  ClockWords.phone(texts, name(campaign, phone.team()), phone.lackingSeconds()))
              .collect(Collectors.joining("; "));
    };
  }

  private static String name(Campaign campaign, String team) {
    return campaign.teams().stream()
        .filter(each -> each.code().equals(team))
        .map(Campaign.Team::name)
        .findFirst()
        .orElse(team);
  }
}
