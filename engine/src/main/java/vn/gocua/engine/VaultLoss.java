package vn.gocua.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.help.HelpFeature;
import vn.gocua.engine.learning.LearningFeature;
import vn.gocua.engine.screens.ScreensFeature;
import vn.gocua.engine.stores.VaultBook;

/**
 * What went with a vault's key.
 *
 * @param accounts those that are asked for no authenticator any more
 * @param requests how many help requests have lost their contact
 * @param seats how many seats in classes have lost theirs
 * @param screens how many of the kiosk's screens have to be paired anew
 * @param aside where the vault that cannot be opened lies now; null if none was found
 */
record VaultLoss(
    List<String> accounts, int requests, int seats, int screens, @Nullable String aside) {

  /**
   * Says in the journal, feature by feature, what is gone, so that nobody is asked for what no
   * longer can be and every screen tells the truth. Cut short, it is done again at the next start.
   */
  static VaultLoss settle(
      CampaignContext context,
      HelpFeature help,
      LearningFeature learning,
      ScreensFeature screens,
      @Nullable String aside) {
    Instant at = context.clock().instant();
    VaultLoss loss =
        new VaultLoss(
            context.access().accounts().forgetAuthenticators(),
            help.loseContacts(at),
            learning.loseContacts(at),
            screens.forgetAll(at),
            aside);
    new VaultBook(context.campaign().id(), context.journal(), context.commit())
        .begunAnew(Clock.systemUTC().instant());
    return loss;
  }
}
