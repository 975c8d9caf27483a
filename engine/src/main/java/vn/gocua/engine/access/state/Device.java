package vn.gocua.engine.access.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.state.AccessFact.DeviceEnrolled;
import vn.gocua.engine.access.state.AccessFact.DeviceRevoked;
import vn.gocua.engine.access.state.AccessFact.DeviceTokenRenewed;

/** A team's phone. */
public record Device(
    String device, String team, String secretHash, Instant enrolledAt, boolean revoked) {
  public static @Nullable Device evolve(@Nullable Device device, AccessFact fact) {
    return switch (fact) {
      case DeviceEnrolled(String id, String team, String hash, Instant at) ->
          new Device(id, team, hash, at, false);
      case DeviceTokenRenewed(String hash, _) when device != null ->
          new Device(device.device(), device.team(), hash, device.enrolledAt(), device.revoked());
      case DeviceRevoked _ when device != null ->
          new Device(
              device.device(), device.team(), device.secretHash(), device.enrolledAt(), true);
      default -> device;
    };
  }
}
