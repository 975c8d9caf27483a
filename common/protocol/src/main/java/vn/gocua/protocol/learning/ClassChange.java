package vn.gocua.protocol.learning;

import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.body.Patch;
import vn.gocua.protocol.body.Range;

/**
 * Change of a class; null or absent values stay.
 *
 * @param hamlet of the class; null opens it to the whole commune
 */
public record ClassChange(
    @Nullable @Max(Limits.TITLE) String title,
    Patch<@Max(60) String> hamlet,
    @Nullable @Max(Limits.PLACE) String place,
    @Nullable @Max(60) String startsAt,
    @Nullable @Max(60) String endsAt,
    @Nullable @Range(min = 1, max = Limits.SEATS) Integer seats) {}
