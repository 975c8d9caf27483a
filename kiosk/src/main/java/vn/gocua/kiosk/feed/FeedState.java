package vn.gocua.kiosk.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.content.NoticeList;

/**
 * Content of all screens at one moment.
 *
 * @param signal how reliable the numbers are
 * @param snapshot the last numbers received; null until the first
 * @param heardAt when the engine last sent something, on this machine's clock
 * @param notices the leaders' notices, latest first
 */
public record FeedState(
    Signal signal, @Nullable Snapshot snapshot, Instant heardAt, List<NoticeList.Row> notices) {

  public FeedState {
    notices = List.copyOf(notices);
  }

  /** A state without notices. */
  public FeedState(Signal signal, @Nullable Snapshot snapshot, Instant heardAt) {
    this(signal, snapshot, heardAt, List.of());
  }

  /** State of the connection to the engine. */
  public enum Signal {
    /** Nothing received yet. */
    WAITING,
    /** Numbers are as fresh as they can be. */
    LIVE,
    /** The numbers were true at {@link FeedState#heardAt}, and may not be now. */
    STALE
  }

  /**
   * The campaign, its counts, and the newest check-ins, newest first.
   *
   * @param latest at most {@link #LATEST} of them
   */
  public record Snapshot(CampaignInfo campaign, BoardMessage board, List<Arrival> latest) {
    /** More than any screen lists. */
    static final int LATEST = 12;

    public Snapshot {
      latest = List.copyOf(latest.subList(0, Math.min(LATEST, latest.size())));
    }

    /** Whether no visit of now counts: the campaign is closed, or its last day is past. */
    public boolean isOver() {
      return campaign.closing() != null || board.day() > campaign.days();
    }

    Snapshot with(CampaignInfo newCampaign, BoardMessage tally, List<Arrival> arrivals) {
      List<Arrival> newest = new ArrayList<>(arrivals);
      newest.addAll(latest);
      return new Snapshot(newCampaign, board.with(tally), newest);
    }
  }

  static FeedState waiting(Instant now) {
    return new FeedState(Signal.WAITING, null, now);
  }

  /** The numbers were true when the engine was last heard. */
  FeedState stale(Instant lastHeard) {
    return new FeedState(Signal.STALE, snapshot, lastHeard, notices);
  }

  /** The state after a sign of life. */
  FeedState heard(Instant now) {
    return new FeedState(snapshot == null ? Signal.WAITING : Signal.LIVE, snapshot, now, notices);
  }

  FeedState shows(Snapshot newPicture, Instant now) {
    return new FeedState(Signal.LIVE, newPicture, now, notices);
  }

  FeedState tells(List<NoticeList.Row> newNotices) {
    return new FeedState(signal, snapshot, heardAt, newNotices);
  }
}
