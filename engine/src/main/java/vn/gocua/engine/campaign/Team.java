package vn.gocua.engine.campaign;

import java.util.List;

/**
 * A community digital technology team.
 *
 * @param code stable, kept in events
 * @param members how many people; their names have no place here
 * @param hamlets codes of the hamlets it serves
 * @param target check-ins promised for the whole campaign
 */
public record Team(String code, String name, int members, List<String> hamlets, int target) {}
