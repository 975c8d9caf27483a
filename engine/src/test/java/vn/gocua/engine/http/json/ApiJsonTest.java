package vn.gocua.engine.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import vn.gocua.protocol.learning.ClassList;

class ApiJsonTest {
  @Test
  void shouldWriteTheComponentsOfARecordAndNothingElse() {
    OffsetDateTime at = OffsetDateTime.parse("2025-08-22T19:30:00+07:00");
    ClassList.Row row =
        new ClassList.Row("c", 1, "Học", null, "Nhà", at, at.plusHours(1), 3, 2, false);
    assertThat(row.isOpen()).isTrue();
    assertThat(ApiJson.buffer(row).toString())
        .isEqualTo(
            """
            {"id":"c","version":1,"title":"Học","place":"Nhà",\
            "startsAt":"2025-08-22T19:30:00+07:00","endsAt":"2025-08-22T20:30:00+07:00",\
            "seats":3,"seatsLeft":2,"cancelled":false}\
            """);
  }
}
