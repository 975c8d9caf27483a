package vn.gocua.engine.campaign;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as its files describe it, possibly without a first day.
 *
 * @param startDate null for «first-run»: the engine's first start makes that day day 1
 * @param teamWord what the commune calls its teams; null: by the usual word
 */
public record CampaignPlan(
    String id,
    String name,
    String place,
    boolean sample,
    int revision,
    @Nullable LocalDate startDate,
    int days,
    ZoneId zone,
    List<CodedName> activities,
    List<CodedName> groups,
    List<CodedName> hamlets,
    List<Team> teams,
    Target target,
    Weekdays weekdays,
    @Nullable String teamWord) {

  /** The campaign that this plan is once its first day is known. */
  public Campaign startingOn(LocalDate firstDay) {
    return new Campaign(
        id,
        firstDay,
        days,
        zone,
        new Edition(
            revision,
            name,
            place,
            sample,
            activities,
            groups,
            hamlets,
            teams,
            target,
            weekdays,
            teamWord));
  }
}
