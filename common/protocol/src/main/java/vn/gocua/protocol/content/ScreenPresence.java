package vn.gocua.protocol.content;

import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.body.Range;

/**
 * A screen shows itself.
 *
 * @param secret by which it is known again
 * @param again 1 if it wants a new code
 */
public record ScreenPresence(
    @Max(100) String secret, @Nullable @Range(min = 0, max = 1) Integer again) {
  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "ScreenPresence[…]";
  }
}
