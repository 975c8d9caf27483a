package vn.gocua.protocol.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.gocua.protocol.refusal.RequestReason;

/** Why a request is refused when a field that must be there is missing. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Required {
  RequestReason value();
}
