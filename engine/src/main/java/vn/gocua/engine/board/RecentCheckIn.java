package vn.gocua.engine.board;

import java.time.Instant;

/**
 * A check-in that has just been counted, for ticker and freshness.
 *
 * @param receivedAt the campaign's time when the phone's upload reached an engine
 */
public record RecentCheckIn(String team, String activity, int residents, Instant receivedAt) {}
