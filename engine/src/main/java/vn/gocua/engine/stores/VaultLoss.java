package vn.gocua.engine.stores;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Losses with a vault's key.
 *
 * @param accounts those that no longer need an authenticator
 * @param requests number of help requests without contact
 * @param seats number of seats in classes without contact
 * @param screens number of the kiosk's screens to be paired again
 * @param aside place of the unusable vault; null if none was found
 */
public record VaultLoss(
    List<String> accounts, int requests, int seats, int screens, @Nullable String aside) {}
