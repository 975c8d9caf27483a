/** The truth: events, appended once, durably, and read back by stream. */
@NullMarked
package vn.gocua.engine.journal;

import org.jspecify.annotations.NullMarked;
