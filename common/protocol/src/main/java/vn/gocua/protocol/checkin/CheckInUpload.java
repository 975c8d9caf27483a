package vn.gocua.protocol.checkin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Item;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * One upload of a phone.
 *
 * @param sentAt by the phone's own clock
 */
public record CheckInUpload(
    @Nullable Instant sentAt,
    @Max(value = Limits.CHECK_INS, reason = RequestReason.TOO_MANY_CHECK_INS)
        List<Item<CheckInItem>> checkIns) {}
