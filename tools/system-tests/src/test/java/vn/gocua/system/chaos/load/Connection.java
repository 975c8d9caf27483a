package vn.gocua.system.chaos.load;

import java.io.IOException;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.protocol.client.Json;
import vn.gocua.protocol.endpoint.Endpoint;

/** A phone's way to whatever answers it. */
public interface Connection {
  /**
   * Posts a value as JSON, sound or not.
   *
   * @throws IOException if the request's fate is unknown, or it was asked to come back later
   * @throws ApiRefusal if it was refused otherwise
   */
  <A> A post(Endpoint<?, A> endpoint, String token, Object body, String... places)
      throws IOException;

  /** To one engine, whose refusals are told as they come. */
  static Connection to(EngineApi engine) {
    return new Connection() {
      @Override
      public <A> A post(Endpoint<?, A> endpoint, String token, Object body, String... places)
          throws IOException {
        try {
          return engine.sendAsIs(Caller.with(token), endpoint, Json.write(body), places);
        } catch (ApiRefusal refusal) {
          if (refusal.unanswered()) {
            throw new IOException(refusal);
          }
          throw refusal;
        }
      }
    };
  }
}
