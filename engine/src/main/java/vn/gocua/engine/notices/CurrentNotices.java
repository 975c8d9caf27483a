package vn.gocua.engine.notices;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import vn.gocua.engine.board.NoticeSource;

/** The notices of the moment, for the board's viewers. */
public final class CurrentNotices implements NoticeSource {
  private final NoticeService service;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public CurrentNotices(NoticeService service, ZoneId zone, Clock clock) {
    this.service = service;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public Current now() {
    List<Notice> active = service.active(clock.instant());
    return new Current(
        active.stream().map(Notice::id).collect(Collectors.joining(" ")),
        new NoticeView.All(active.stream().map(each -> NoticeView.open(each, zone)).toList()));
  }
}
