package vn.gocua.protocol.campaign;

import java.util.Map;

/**
 * What was promised.
 *
 * @param teams check-ins by team
 */
public record TargetsInfo(int checkIns, int residents, Map<String, Integer> teams, long teamsSum) {}
