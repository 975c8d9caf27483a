package vn.gocua.protocol.content;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.body.Max;

/**
 * A notice to be published.
 *
 * @param where codes of the places that show it; null or none: all of them
 */
public record NewNotice(
    @Max(Limits.NOTICE) String text,
    OffsetDateTime until,
    @Nullable @Max(2) List<@Max(20) String> where) {}
