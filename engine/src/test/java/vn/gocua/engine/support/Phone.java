package vn.gocua.engine.support;

import tools.jackson.databind.JsonNode;

/** A phone enrolled for a team; its client carries the phone's token. */
public record Phone(String device, String team, Api api) {

  /** A leader makes a code, a phone uses it. */
  static Phone enrolled(Api anybody, Api leader, String team) {
    JsonNode answer = anybody.enrol(leader.code(team, 1)).expect(200).json();
    return new Phone(
        answer.path("device").asString(),
        answer.path("team").asString(),
        anybody.as(answer.path("token").asString()));
  }

  public Answer send(Item... items) {
    return api.checkIns(items);
  }
}
