/** Hourly quota of a phone. */
@NullMarked
package vn.gocua.engine.access.quota;

import org.jspecify.annotations.NullMarked;
