/** The engine's settings, the clock of a rehearsal, and the engine's words at the terminal. */
@NullMarked
package vn.gocua.engine.config;

import org.jspecify.annotations.NullMarked;
