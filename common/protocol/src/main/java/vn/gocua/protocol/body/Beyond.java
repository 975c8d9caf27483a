package vn.gocua.protocol.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What is said of a whole number that fits into no {@code int}: a code, the number, and the
 * greatest. Any other number is left to the rules of whoever reads it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Beyond {
  String code();

  /** The greatest number that the rules take. */
  int most();
}
