package vn.gocua.engine.rights;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Finds the principal of a token and counts what a principal records. Keeps the API shell
 * independent of access.
 */
public interface Authenticator {
  /** Whose token that is, if it was proved a moment ago; null to ask. Never blocks. */
  @Nullable Principal cached(String token);

  /** The principal of a token; null if the token is invalid. May block. */
  @Nullable Principal authenticate(String token);

  /**
   * Notes a call by a principal.
   *
   * @param header a header of the request by its name, null if it has none
   */
  void seen(Principal who, UnaryOperator<@Nullable String> header);

  /**
   * Begins an act that may leave a record.
   *
   * @throws Refusal if the principal's quota is used up
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
     * Ends the act, once; also after a hang-up.
     *
     * @param recorded false if it was refused after all
     */
    void done(boolean recorded);
  }
}
