package vn.gocua.engine.checkin;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.checkin.event.CheckIn;

/** One item of a batch, readable or not. */
public sealed interface BatchItem {
  /** The item's id as it came; null if there was none worth naming. */
  @Nullable String id();

  /**
   * A readable check-in, not yet judged.
   *
   * @param clockOffsetSeconds how far the phone's clock was behind at the tap; null if unknown
   */
  record Entered(String id, CheckIn checkIn, @Nullable Long clockOffsetSeconds)
      implements BatchItem {}

  /** An item that is no check-in; {@code wellNamed} if its id at least is a proper one. */
  record Unreadable(@Nullable String id, boolean wellNamed, Rejection rejection)
      implements BatchItem {}
}
