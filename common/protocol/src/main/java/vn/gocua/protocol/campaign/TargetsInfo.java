package vn.gocua.protocol.campaign;

import java.util.Map;

/**
 * The targets.
 *
 * @param teams check-ins by team
 */
public record TargetsInfo(int checkIns, int residents, Map<String, Integer> teams, long teamsSum) {}
