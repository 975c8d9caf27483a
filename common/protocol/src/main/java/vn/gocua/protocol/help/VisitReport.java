package vn.gocua.protocol.help;

import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Max;

/**
 * A visit is over.
 *
 * @param checkIn id of the check-in that reports it
 */
public record VisitReport(@Nullable @Max(60) String checkIn) {}
