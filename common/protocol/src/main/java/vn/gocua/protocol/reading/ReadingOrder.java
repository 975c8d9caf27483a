package vn.gocua.protocol.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Max;

/**
 * A leader says why a contact is read.
 *
 * @param reason code
 * @param note words without personal data; needed for the reason {@code other}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadingOrder(@Max(30) String reason, @Nullable @Max(120) String note) {}
