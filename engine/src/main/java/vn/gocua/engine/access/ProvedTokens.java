package vn.gocua.engine.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.rights.Principal;

/**
 * Caches who a token has proved to be, for a few seconds at most: a lost message must not keep
 * anybody signed in. Thread-safe.
 */
final class ProvedTokens {
  private static final Duration BELIEVED = Duration.ofSeconds(5);
  private static final int MOST = 50_000;

  private final Cache<String, Principal> proved =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(BELIEVED).build();

  @Nullable Principal find(String token) {
    return proved.getIfPresent(token);
  }

  void put(String token, Principal who) {
    proved.put(token, who);
  }

  /** Forgets a session or phone by its id. */
  void forget(String id) {
    forget(who -> who.id().equals(id));
  }

  /** Forgets all sessions of an account. */
  void forgetAccount(String username) {
    forget(who -> who instanceof Principal.Leader leader && leader.username().equals(username));
  }

  void forgetAll() {
    proved.invalidateAll();
  }

  private void forget(Predicate<Principal> whom) {
    proved.asMap().values().removeIf(whom);
  }
}
