package vn.gocua.protocol.help;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Max;

/** Personal data to erase: exactly one of the two is given. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErasureOrder(@Nullable @Max(20) String ticket, @Nullable @Max(20) String phone) {
  @Override
  public String toString() {
    return "erasure"; // The number stays out of logs.
  }
}
