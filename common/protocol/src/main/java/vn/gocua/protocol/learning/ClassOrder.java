package vn.gocua.protocol.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.body.Range;

/**
 * A class to schedule.
 *
 * @param id made by the client; null: by the engine
 * @param hamlet of the class; null for the whole commune
 */
public record ClassOrder(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Max(60) String id,
    @Max(Limits.TITLE) String title,
    @Nullable @Max(60) String hamlet,
    @Max(Limits.PLACE) String place,
    @Max(60) String startsAt,
    @Max(60) String endsAt,
    @Range(min = 1, max = Limits.SEATS) int seats) {}
