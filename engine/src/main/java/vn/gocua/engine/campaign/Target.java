package vn.gocua.engine.campaign;

/** Target of the whole campaign: check-ins made, residents helped. */
public record Target(int checkIns, int residents) {}
