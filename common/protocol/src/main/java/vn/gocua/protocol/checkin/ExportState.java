package vn.gocua.protocol.checkin;

/**
 * Progress of an export in parts, each a team's day.
 *
 * @param done parts written so far
 */
public record ExportState(int done, int of) {}
