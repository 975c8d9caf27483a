package vn.gocua.protocol.help;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How a request stands, as anybody with its code may see it.
 *
 * @param status {@code open}, {@code claimed}, {@code closed}, or one of a newer engine
 * @param when when it suits; null if the engine does not say
 * @param checkIn that closed it; only leaders are told
 * @param contactLost true if the engine has lost who asked; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketInfo(
    String code,
    String status,
    String hamlet,
    String activity,
    String team,
    @Nullable String when,
    boolean guardian,
    OffsetDateTime requestedAt,
    @Nullable OffsetDateTime claimedAt,
    @Nullable OffsetDateTime closedAt,
    @Nullable String checkIn,
    @Nullable String reason,
    @Nullable Integer stars,
    @Nullable Boolean contactLost) {}
