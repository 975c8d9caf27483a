package vn.gocua.engine.access.naming;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.text.NormalText;
import vn.gocua.engine.vault.Vault;
import vn.gocua.engine.vault.VaultUnavailable;

/**
 * Names that leaders give to phones, in the vault: a name often is its holder's. A name is under a
 * ref of its own, so that a read one stays true. Calls block.
 */
public final class DeviceNames {
  private static final Logger log = LoggerFactory.getLogger(DeviceNames.class);
  private static final String PREFIX = "phone-name/";
  private static final int MOST = 10_000;

  /** Age from which a name that no phone has is an orphan. */
  private static final Duration ORPHAN_AGE = Duration.ofHours(1);

  private final Vault vault;
  private final Clock realTime;
  private final Cache<String, Optional<String>> read =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofHours(1)).build();

  /**
   * @param realTime by which the vault dates its records, also in a rehearsal
   */
  public DeviceNames(Vault vault, Clock realTime) {
    this.vault = vault;
    this.realTime = realTime;
  }

  /**
   * Stores a name.
   *
   * @return its ref; null for a blank name
   */
  public @Nullable String keep(String device, @Nullable String name) {
    String clean =
        name == null ? "" : NormalText.composed(name).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    if (clean.isEmpty()) {
      return null;
    }
    String unique = device + "/" + UuidCreator.getTimeOrderedEpoch();
    String ref = PREFIX + HexFormat.of().formatHex(vault.derived("phone-name", unique));
    vault.keep(ref, clean.getBytes(StandardCharsets.UTF_8), realTime.instant());
    return ref;
  }

  /** A name by its ref; null if there is none, or the vault does not answer. */
  public @Nullable String of(@Nullable String ref) {
    if (ref == null) {
      return null;
    }
    try {
      return read.get(
              ref, each -> vault.label(each).map(name -> new String(name, StandardCharsets.UTF_8)))
          .orElse(null);
    } catch (VaultUnavailable e) {
      log.debug("a phone's name could not be read: {}", e.getMessage());
      return null;
    }
  }

  /** Erases a name. */
  public void erase(String ref) {
    read.invalidate(ref);
    var _ = vault.erase(ref);
  }

  /**
   * Erases the names that no phone has any more.
   *
   * @param held refs in use; read after the names
   */
  public void eraseOrphans(Supplier<Set<String>> held) {
    Instant before = realTime.instant().minus(ORPHAN_AGE);
    List<String> candidates =
        vault.keptBefore(before).stream().filter(ref -> ref.startsWith(PREFIX)).toList();
    int erased = vault.eraseOrphans(candidates, held.get(), before);
    if (erased > 0) {
      log.info("erased {} names of phones that are no longer in use", erased);
    }
  }
}
