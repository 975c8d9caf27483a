package vn.gocua.system.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.protocol.checkin.CheckInEndpoints;

/** A ready-made upload of some check-ins, of which only the ids are new each time it is sent. */
final class Batch {
  private static final String PLACE = "#".repeat(Ids.LENGTH);

  private final byte[] request;
  private final int[] idsAt;

  private Batch(byte[] request, int[] idsAt) {
    this.request = request;
    this.idsAt = idsAt;
  }

  static Batch of(String token, List<CheckIn> checkIns) {
    String body =
        "{\"sentAt\":\""
            + Instant.now()
            + "\",\"checkIns\":["
            + checkIns.stream().map(Batch::json).collect(Collectors.joining(","))
            + "]}";
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(
        ("POST "
                + CheckInEndpoints.SUBMIT.path()
                + " HTTP/1.1\r\nhost: engine\r\nauthorization: Bearer "
                + token
                + "\r\ncontent-type: application/json\r\ncontent-length: "
                + body.length()
                + "\r\n\r\n"
                + body)
            .getBytes(StandardCharsets.US_ASCII));
    String text = request.toString(StandardCharsets.US_ASCII);
    int[] idsAt = new int[checkIns.size()];
    int from = 0;
    for (int i = 0; i < idsAt.length; i++) {
      idsAt[i] = text.indexOf(PLACE, from);
      from = idsAt[i] + Ids.LENGTH;
    }
    return new Batch(request.toByteArray(), idsAt);
  }

  private static String json(CheckIn c) {
    String groups =
        c.groups().stream().map(g -> '"' + g + '"').collect(Collectors.joining(",", "[", "]"));
    return """
    {"id":"%s","occurredAt":"%s","activity":"%s","residents":%d,"groups":%s,"minutes":%d,"hamlet":"%s"}\
    """
        .formatted(
            PLACE, c.occurredAt(), c.activity(), c.residents(), groups, c.minutes(), c.hamlet());
  }

  int size() {
    return idsAt.length;
  }

  /** The request's bytes, with ids that were never used before. */
  byte[] fresh(Ids ids) {
    for (int at : idsAt) {
      ids.write(request, at);
    }
    return request;
  }
}
