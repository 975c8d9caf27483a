/** The team of somebody's hamlet: where, when, how to reach it, and what it did this week. */
@NullMarked
package vn.gocua.kiosk.resident.team;

import org.jspecify.annotations.NullMarked;
