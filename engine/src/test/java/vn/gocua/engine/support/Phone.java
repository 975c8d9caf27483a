package vn.gocua.engine.support;

import tools.jackson.databind.JsonNode;

/** A phone enrolled for a team; its client carries the phone's token. */
public record Phone(String device, String team, String token, Api api) {

  /** A leader makes a code, a phone uses it. */
  static Phone enrolled(Api anybody, Api leader, String team) {
    JsonNode answer = anybody.enrol(leader.code(team, 1)).expect(200).json();
    String token = answer.path("token").asString();
    return new Phone(
        answer.path("device").asString(), answer.path("team").asString(), token, anybody.as(token));
  }

  /** The same phone, asking for English. */
  public Phone english() {
    return new Phone(device, team, token, api.with("accept-language", "en-GB, en;q=0.8"));
  }

  /** The same phone, talking to an engine that was started anew. */
  public Phone at(RunningEngine engine) {
    return new Phone(device, team, token, engine.anybody().as(token));
  }

  public Answer send(Item... items) {
    return api.checkIns(items);
  }
}
