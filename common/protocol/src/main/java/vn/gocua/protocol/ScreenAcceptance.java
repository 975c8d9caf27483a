package vn.gocua.protocol;

import org.jspecify.annotations.Nullable;

/** A screen is taken in. */
public record ScreenAcceptance(@Nullable @Max(60) String place) {}
