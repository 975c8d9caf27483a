package vn.gocua.protocol.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.gocua.protocol.refusal.RequestReason;

/** Largest length of a text in UTF-16 characters, or of a list in items. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Max {
  int value();

  /** Why a longer list is refused; but for the default, the refusal names both lengths. */
  RequestReason reason() default RequestReason.WRONG_TYPE;
}
