package vn.gocua.engine.stores;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.state.Repository;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.engine.stores.VaultFact.VaultBegunAnew;
import vn.gocua.engine.stores.VaultFact.VaultGivenUp;
import vn.gocua.engine.vault.Vault;

/** Records of the journal on a campaign's vault. Empty unless a key was lost. Calls block. */
public final class VaultBook {
  private static final String STREAM = "vault";
  private static final String CAMPAIGN = "/campaign";
  private static final int QUEUE = 100;

  private final Repository<VaultFact, VaultFact> facts;

  public VaultBook(String campaign, Journal journal, GroupCommit commit) {
    facts =
        new Repository<>(
            new StreamKind<>(campaign + "/", VaultFact.FACTS, (_, fact) -> fact), journal, commit);
  }

  /**
   * Records that a vault is given up, for every campaign in a journal.
   *
   * @param campaigns further ones, whether they have begun or not
   * @param locked the vault's mark, see {@link Vault#mark}; null if there is none left
   */
  public static void giveUp(
      Journal journal, Collection<String> campaigns, @Nullable String locked, Instant at) {
    Set<String> all = new TreeSet<>(campaigns);
    for (String stream : journal.streams("")) {
      if (stream.endsWith(CAMPAIGN)) {
        all.add(stream.substring(0, stream.length() - CAMPAIGN.length()));
      }
    }
    try (GroupCommit commit = new GroupCommit(journal, QUEUE, _ -> {})) {
      for (String campaign : all) {
        new VaultBook(campaign, journal, commit).giveUp(locked, at);
      }
    }
  }

  private void giveUp(@Nullable String locked, Instant at) {
    var _ =
        facts.append(
            STREAM,
            last ->
                last instanceof VaultGivenUp known && Objects.equals(known.locked(), locked)
                    ? null
                    : new VaultGivenUp(locked, at));
  }

  /** Whether a vault was given up and the loss is not recorded yet. */
  public boolean isGivenUp() {
    return facts.read(STREAM).state() instanceof VaultGivenUp;
  }

  /**
   * Whether this vault was given up.
   *
   * @param mark empty if there is none
   */
  public boolean isGivenUp(Optional<String> mark) {
    return facts.read(STREAM).state() instanceof VaultGivenUp known
        && Objects.equals(known.locked(), mark.orElse(null));
  }

  /** All that went with the former vault is in the journal. Again: nothing changes. */
  public void begunAnew(Instant at) {
    var _ =
        facts.append(STREAM, last -> last instanceof VaultGivenUp ? new VaultBegunAnew(at) : null);
  }
}
