/** Judges whether the engine's own clock can be right. */
@NullMarked
package vn.gocua.engine.clock;

import org.jspecify.annotations.NullMarked;
