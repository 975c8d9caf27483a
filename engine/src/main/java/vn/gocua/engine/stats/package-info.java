/** What leaders look into: counts by team, day, activity and group, and by the hour. */
@NullMarked
package vn.gocua.engine.stats;

import org.jspecify.annotations.NullMarked;
