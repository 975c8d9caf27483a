package vn.gocua.kiosk.desk.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.checkin.CheckInList;
import vn.gocua.protocol.client.Query;

/**
 * Which of a team's check-ins a leader wants to see.
 *
 * @param day its number; 0 for the latest of all days
 * @param phone the id of the phone that sent them; null for all
 * @param pages how many pages of one phone's
 */
record WantedCheckIns(int day, @Nullable String phone, int pages) {

  /**
   * Reads them, page by page; a page begins after the last row of the one before.
   *
   * @param reader asks the engine for a page
   */
  CheckInList read(Function<Query, CheckInList> reader) {
    Query filter = Query.NONE.and("day", day == 0 ? null : day).and("device", phone);
    List<CheckInList.Row> rows = new ArrayList<>();
    CheckInList page = reader.apply(filter);
    rows.addAll(page.checkIns());
    for (int next = 1; next < pages && hasMore(page); next++) {
      page = reader.apply(filter.and("after", rows.getLast().id()));
      rows.addAll(page.checkIns());
    }
    return new CheckInList(rows, hasMore(page));
  }

  private static boolean hasMore(CheckInList page) {
    return Objects.requireNonNullElse(page.more(), false) && !page.checkIns().isEmpty();
  }
}
