package vn.gocua.protocol.checkin;

/**
 * How far an export is: parts, each a team's day.
 *
 * @param done of them written so far
 */
public record ExportState(int done, int of) {}
