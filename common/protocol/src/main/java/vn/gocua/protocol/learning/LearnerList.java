package vn.gocua.protocol.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attendees of a class: personal data, of which every access is recorded. */
public record LearnerList(@JsonProperty("class") String session, List<Row> enrolments) {
  public LearnerList {
    enrolments = List.copyOf(enrolments);
  }

  /**
   * One attendee.
   *
   * @param name null once erased, as the phone
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String enrolment,
      int seat,
      String code,
      OffsetDateTime at,
      @Nullable String name,
      @Nullable String phone) {
    @Override
    public String toString() {
      return "seat " + seat; // Names stay out of logs.
    }
  }
}
