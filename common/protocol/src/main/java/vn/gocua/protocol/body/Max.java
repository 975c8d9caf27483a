package vn.gocua.protocol.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Largest length of a text in UTF-16 characters, or of a list in items. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Max {
  int value();

  /** The code of the refusal of a longer list, which names both lengths. */
  String code() default "wrong-type";
}
