package vn.gocua.engine.rights;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.refusal.Refusal;

/** Who holds a token, and what is kept of what they do; the shell knows no more of access. */
public interface Authenticator {
  /** Whose token that is, if it was proved a moment ago; null to ask. Never blocks. */
  @Nullable Principal cached(String token);

  /** Whose token that is; null if it is nobody's. May block. */
  @Nullable Principal authenticate(String token);

  /**
   * Somebody asks for something.
   *
   * @param header a header of the request by its name, null if it has none
   */
  void seen(Principal who, UnaryOperator<@Nullable String> header);

  /**
   * Begins what may leave a record.
   *
   * @throws Refusal if who asks has left too many
   */
  Act act(Principal who);

  /** Something that may leave one record. */
  interface Act {
    /**
     * Something new is about to be recorded.
     *
     * @throws Refusal if it may not be; nothing may be recorded then
     */
    void recording();

    /**
     * It is over, or whoever began it has hung up; said once.
     *
     * @param recorded false if it was refused after all
     */
    void done(boolean recorded);
  }
}
