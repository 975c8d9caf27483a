package vn.gocua.engine.notices;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import vn.gocua.engine.board.NoticeSource;
import vn.gocua.engine.state.RememberedRepository;
import vn.gocua.protocol.content.NoticeList;

/** The notices of the moment, for the board's viewers. */
final class CurrentNotices implements NoticeSource {
  private final RememberedRepository<NoticeFact, Notice> notices;
  private final NoticeService service;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  CurrentNotices(
      RememberedRepository<NoticeFact, Notice> notices,
      NoticeService service,
      ZoneId zone,
      Clock clock) {
    this.notices = notices;
    this.service = service;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void onChange(Runnable changed) {
    notices.onChange(_ -> changed.run());
  }

  @Override
  public Current now() {
    List<Notice> active = service.active(clock.instant());
    return new Current(
        active.stream().map(Notice::id).collect(Collectors.joining(" ")),
        new NoticeList(active.stream().map(each -> NoticeRoutes.row(each, zone)).toList()));
  }
}
