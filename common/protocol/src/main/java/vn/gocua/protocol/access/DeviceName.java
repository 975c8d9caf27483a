package vn.gocua.protocol.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Max;

/**
 * A phone's name at the desk.
 *
 * @param name null or blank: none any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceName(@Nullable @Max(40) String name) {
  @Override
  public String toString() {
    return "phone's name"; // It may be somebody's, and stays out of logs.
  }
}
