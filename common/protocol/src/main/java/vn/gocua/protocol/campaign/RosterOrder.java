package vn.gocua.protocol.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.body.Range;

/**
 * Teams and hamlets to set or remove; null or absent values stay.
 *
 * @param basis the state that the author saw
 * @param teamsRemoved their codes
 * @param hamletsRemoved their codes
 */
public record RosterOrder(
    @Max(40) String basis,
    @Nullable @Max(2000) List<Team> teams,
    @Nullable @Max(2000) List<@Max(40) String> teamsRemoved,
    @Nullable @Max(2000) List<Hamlet> hamlets,
    @Nullable @Max(2000) List<@Max(40) String> hamletsRemoved) {

  /** A team as it is to be. */
  public record Team(
      @Max(40) String code,
      @Max(200) String name,
      @Range(min = 1, max = Limits.MEMBERS) int members,
      @Nullable @Max(2000) List<@Max(40) String> hamlets,
      @Nullable @Max(500) String hall,
      @Nullable @Max(500) String hours,
      @Nullable @Max(60) String phone) {}

  /** A hamlet as it is to be. */
  public record Hamlet(@Max(40) String code, @Max(200) String name) {}
}
