/** Watches the engine's clock and warns on every board when it is wrong. */
@NullMarked
package vn.gocua.engine.clock.watch;

import org.jspecify.annotations.NullMarked;
