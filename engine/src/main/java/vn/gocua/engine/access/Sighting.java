package vn.gocua.engine.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a phone last said of itself.
 *
 * @param at real time
 * @param waiting items that the engine has not answered for
 * @param app version of the phone's app
 */
public record Sighting(
    String device, Instant at, @Nullable Integer waiting, @Nullable String app) {}
