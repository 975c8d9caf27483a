package vn.gocua.system.chaos.load;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A phone's way to whatever answers it. */
@FunctionalInterface
public interface Connection {
  /** What came back. */
  record Answer(int status, JsonNode body) {}

  /**
   * Posts a value as JSON.
   *
   * @throws IOException if the request's fate is unknown, or it was asked to come back later
   */
  Answer post(String path, @Nullable String token, Object body) throws IOException;
}
