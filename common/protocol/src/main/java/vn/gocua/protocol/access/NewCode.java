package vn.gocua.protocol.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Range;

/**
 * An enrolment code that is wanted.
 *
 * @param uses how many phones it lets in; null: one
 * @param hours how long it is valid; null: the engine's choice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewCode(
    @Nullable @Range(min = 1, max = 100) Integer uses,
    @Nullable @Range(min = 1, max = 24 * 7) Integer hours) {}
