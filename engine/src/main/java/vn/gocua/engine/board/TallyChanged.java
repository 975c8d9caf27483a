package vn.gocua.engine.board;

import java.util.List;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.live.Projection.Folded;

/**
 * A tally's new value, for the boards of all nodes.
 *
 * @param counted the check-ins that made the change
 */
public record TallyChanged(String stream, Folded<Tally> now, List<RecentCheckIn> counted) {}
