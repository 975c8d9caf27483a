package vn.gocua.protocol.checkin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Check-ins that a leader enters for a team.
 *
 * @param channel {@code paper}; null for what is not from paper
 */
public record EnteredCheckIns(@Nullable String channel, List<Map<String, Object>> checkIns) {}
