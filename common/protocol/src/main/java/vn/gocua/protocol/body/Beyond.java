package vn.gocua.protocol.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Refusal of a whole number beyond {@code int}: a reason, with the number and the greatest. Other
 * numbers are left to the reader's rules.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Beyond {
  RequestReason reason();

  /** The greatest number that the rules take. */
  int most();
}
