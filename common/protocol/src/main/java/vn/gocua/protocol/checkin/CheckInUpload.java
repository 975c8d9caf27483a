package vn.gocua.protocol.checkin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Item;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.body.Max;

/**
 * One upload of a phone.
 *
 * @param sentAt by the phone's own clock
 */
public record CheckInUpload(
    @Nullable Instant sentAt,
    @Max(value = Limits.CHECK_INS, code = "too-many-check-ins") List<Item<CheckInItem>> checkIns) {}
