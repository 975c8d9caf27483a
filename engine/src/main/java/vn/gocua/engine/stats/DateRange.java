package vn.gocua.engine.stats;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.event.TallyKey;

/**
 * Filter of check-ins.
 *
 * @param team null for all
 * @param from number of the first day
 * @param to number of the last day
 */
record DateRange(@Nullable String team, int from, int to) {
  boolean holds(TallyKey key, Campaign campaign) {
    int day = campaign.dayOf(key.date());
    return key.campaign().equals(campaign.id())
        && (team == null || team.equals(key.team()))
        && day >= from
        && day <= to;
  }
}
