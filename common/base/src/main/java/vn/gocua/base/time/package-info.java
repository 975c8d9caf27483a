/** Repeated work, pacing, and their threads. */
@NullMarked
package vn.gocua.base.time;

import org.jspecify.annotations.NullMarked;
