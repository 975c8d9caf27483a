package vn.gocua.engine.stores;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went with a vault's key.
 *
 * @param accounts those that are asked for no authenticator any more
 * @param requests how many help requests have lost their contact
 * @param seats how many seats in classes have lost theirs
 * @param screens how many of the kiosk's screens have to be paired anew
 * @param aside where the vault that cannot be opened lies now; null if none was found
 */
public record VaultLoss(
    List<String> accounts, int requests, int seats, int screens, @Nullable String aside) {}
