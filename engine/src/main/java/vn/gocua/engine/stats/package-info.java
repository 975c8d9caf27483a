/** Detailed counts by team, day, activity, group and hour. */
@NullMarked
package vn.gocua.engine.stats;

import org.jspecify.annotations.NullMarked;
