/** The engine's stream for all screens, kept as one immutable state. */
@NullMarked
package vn.gocua.kiosk.feed;

import org.jspecify.annotations.NullMarked;
