package vn.gocua.engine.export;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.GroupCommit;

/** Who was given which file when, in the journal for good. Calls block. */
public final class ExportLog {
  private static final String EXPORTED = "exported/1";

  private final String stream;
  private final GroupCommit commit;

  public ExportLog(String campaign, GroupCommit commit) {
    this.stream = stream(campaign);
    this.commit = commit;
  }

  /** Where the exports of a campaign are on record. */
  public static String stream(String campaign) {
    return campaign + "/exports";
  }

  /** Returns when it is durable: nothing is handed out before that. */
  public void record(ExportRecord exported) {
    String id = UuidCreator.getTimeOrderedEpoch().toString();
    var _ = GroupCommit.join(commit.append(List.of(event(id, stream, exported))));
  }

  static Event event(String id, String stream, ExportRecord exported) {
    return new Event(id, stream, EXPORTED, EventCodec.json(exported), "{}");
  }

  static ExportRecord of(Event event) {
    return EventCodec.read(event.content(), ExportRecord.class);
  }
}
