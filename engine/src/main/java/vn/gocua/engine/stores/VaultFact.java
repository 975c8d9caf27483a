package vn.gocua.engine.stores;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/** What became of a campaign's vault as a whole. */
public sealed interface VaultFact {
  /**
   * Somebody at the machine has said to go on without what the vault holds: its key is lost.
   *
   * @param locked which vault was given up, as the SHA-256 of its own record as it was sealed; null
   *     if there was none left
   */
  record VaultGivenUp(@Nullable String locked, Instant at) implements VaultFact {}

  /** A new vault is in use, and the journal says of all that needed the former that it is gone. */
  record VaultBegunAnew(Instant at) implements VaultFact {}

  /** How these facts stand in the journal. */
  FactTypes<VaultFact> FACTS =
      FactTypes.of(
          VaultFact.class,
          "a vault's event",
          FactType.of("vault-given-up/1", VaultGivenUp.class)
              .audited("vault-given-up", _ -> null, VaultGivenUp::at)
              .about(_ -> null),
          FactType.of("vault-begun-anew/1", VaultBegunAnew.class));
}
