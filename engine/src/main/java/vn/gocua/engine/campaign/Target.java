package vn.gocua.engine.campaign;

/** What was promised for the whole campaign: check-ins made, residents helped. */
public record Target(int checkIns, int residents) {}
