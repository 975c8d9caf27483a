package vn.gocua.protocol.checkin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team's check-ins, newest first.
 *
 * @param more whether there are further ones; null if that was not asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckInList(List<Row> checkIns, @Nullable Boolean more) {
  /** A list that has no further page. */
  public CheckInList(List<Row> checkIns) {
    this(checkIns, null);
  }

  /**
   * One check-in. From {@code by} on, the fields are for leaders.
   *
   * @param occurredAt by the campaign's clock
   * @param by the phone or account that sent it
   * @param channel {@code paper}; null for a phone
   * @param hourKnown false if only the day is known; else null
   * @param voided the reason's code; null while it counts
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String id,
      OffsetDateTime occurredAt,
      OffsetDateTime receivedAt,
      String activity,
      long residents,
      List<String> groups,
      @Nullable Integer minutes,
      @Nullable String hamlet,
      @Nullable String helpRequest,
      @Nullable String replaces,
      @Nullable String voided,
      @Nullable String by,
      @Nullable String channel,
      @Nullable Boolean hourKnown,
      @Nullable OffsetDateTime voidedAt,
      @Nullable String voidedBy,
      @Nullable String replacedBy) {
    /** Whether only the day is known, from paper. */
    public boolean ofADayOnly() {
      return Boolean.FALSE.equals(hourKnown);
    }

    /** As the team's phones see it. */
    public Row forPhones() {
      return new Row(
          id,
          occurredAt,
          receivedAt,
          activity,
          residents,
          groups,
          minutes,
          hamlet,
          helpRequest,
          replaces,
          voided,
          null,
          null,
          null,
          null,
          null,
          null);
    }

    /**
     * The check-in that replaces this one; what is not named stays. Its time was repaired when it
     * was first entered.
     */
    public CheckInItem corrected(
        String newId,
        String newActivity,
        int newResidents,
        List<String> newGroups,
        @Nullable String newHamlet) {
      return new CheckInItem(
          newId,
          occurredAt.toInstant(),
          newActivity,
          newResidents,
          newGroups,
          minutes,
          newHamlet,
          helpRequest,
          id,
          0.0);
    }
  }

  public CheckInList {
    checkIns = List.copyOf(checkIns);
  }
}
