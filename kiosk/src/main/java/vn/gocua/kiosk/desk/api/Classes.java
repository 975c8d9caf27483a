package vn.gocua.kiosk.desk.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.Wire;

/**
 * Classes by their start, without those who come.
 *
 * @param at the campaign's time
 */
public record Classes(Instant at, List<Row> classes) {

  /**
   * One class.
   *
   * @param hamlet whose class it is; null for the whole commune
   */
  public record Row(
      String id,
      String title,
      @Nullable String hamlet,
      String place,
      Instant startsAt,
      Instant endsAt,
      int seats,
      int seatsLeft,
      boolean cancelled) {
    public Row {
      Wire.require("class", id, title, place, startsAt, endsAt);
    }

    public int taken() {
      return seats - seatsLeft;
    }
  }

  /** Those who have a seat: personal data, of which every reading is recorded. */
  public record Comers(List<Comer> enrolments) {
    public Comers {
      Wire.require("list of those who come", enrolments);
      enrolments = List.copyOf(enrolments);
    }
  }

  /**
   * One of them.
   *
   * @param name null once erased, as the phone
   */
  public record Comer(
      String enrolment, int seat, String code, @Nullable String name, @Nullable String phone) {
    public Comer {
      Wire.require("seat", enrolment, code);
    }

    @Override
    public String toString() {
      return "seat " + seat; // Names stay out of logs.
    }
  }

  public Classes {
    Wire.require("classes", at, classes);
    classes = List.copyOf(classes);
  }
}
