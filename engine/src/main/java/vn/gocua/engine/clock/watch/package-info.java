/** Watches over the engine's clock: says on every board when it must be wrong. */
@NullMarked
package vn.gocua.engine.clock.watch;

import org.jspecify.annotations.NullMarked;
