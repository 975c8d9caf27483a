package vn.gocua.engine.access.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.state.AccessFact.DeviceEnrolled;
import vn.gocua.engine.access.state.AccessFact.DeviceRevoked;
import vn.gocua.engine.access.state.AccessFact.DeviceTokenRenewed;

/**
 * A team's phone.
 *
 * @param issuedAt when the try to enrol began that has got the present token
 */
public record Device(
    String device,
    String team,
    String secretHash,
    Instant issuedAt,
    Instant enrolledAt,
    boolean revoked) {
  public static @Nullable Device evolve(@Nullable Device device, AccessFact fact) {
    return switch (fact) {
      case DeviceEnrolled(String id, String team, String hash, Instant at) ->
          new Device(id, team, hash, at, at, false);
      case DeviceTokenRenewed(String hash, Instant at) when device != null ->
          new Device(
              device.device(), device.team(), hash, at, device.enrolledAt(), device.revoked());
      case DeviceRevoked _ when device != null ->
          new Device(
              device.device(),
              device.team(),
              device.secretHash(),
              device.issuedAt(),
              device.enrolledAt(),
              true);
      default -> device;
    };
  }
}
