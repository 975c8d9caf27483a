package vn.gocua.protocol.content;

import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Max;

/** A screen is taken in. */
public record ScreenAcceptance(@Nullable @Max(60) String place) {}
