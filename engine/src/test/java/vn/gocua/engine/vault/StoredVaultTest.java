package vn.gocua.engine.vault;

import java.time.Instant;
import java.util.stream.Stream;
import vn.gocua.engine.stores.VaultFact;
import vn.gocua.engine.stores.VaultFact.VaultBegunAnew;
import vn.gocua.engine.stores.VaultFact.VaultGivenUp;
import vn.gocua.engine.support.StoredFacts;

/** What journals out there hold of a vault that was lost. */
class StoredVaultTest extends StoredFacts<VaultFact> {
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");

  StoredVaultTest() {
    super(VaultFact.class, VaultFact.FACTS);
  }

  @Override
  protected Stream<Sample<VaultFact>> samples() {
    return Stream.of(
        new Sample<>(
            "vault-given-up-1", "hong-van-45/vault", 1, new VaultGivenUp("9f86d081884c7d65", AT)),
        new Sample<>(
            "vault-given-up-1-none-left", "hong-van-45/vault", 1, new VaultGivenUp(null, AT)),
        new Sample<>("vault-begun-anew-1", "hong-van-45/vault", 2, new VaultBegunAnew(AT)));
  }
}
