package vn.gocua.engine.stores;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/** Facts of a campaign's vault as a whole. */
public sealed interface VaultFact {
  /**
   * An operator ordered to go on without the vault, whose key is lost.
   *
   * @param locked identifies the given-up vault by the SHA-256 of its own sealed record; null if
   *     there was none left
   */
  record VaultGivenUp(@Nullable String locked, Instant at) implements VaultFact {}

  /** A new vault is in use, and all losses are recorded. */
  record VaultBegunAnew(Instant at) implements VaultFact {}

  /** Names of these facts in the journal. */
  FactTypes<VaultFact> FACTS =
      FactTypes.of(
          VaultFact.class,
          "a vault's event",
          FactType.of("vault-given-up/1", VaultGivenUp.class)
              .audited("vault-given-up", _ -> null, VaultGivenUp::at)
              .about(_ -> null),
          FactType.of("vault-begun-anew/1", VaultBegunAnew.class));
}
