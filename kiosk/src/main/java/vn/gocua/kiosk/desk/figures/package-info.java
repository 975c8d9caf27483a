/** Figures to look into: by day, hour, team, activity, group and hamlet. */
@NullMarked
package vn.gocua.kiosk.desk.figures;

import org.jspecify.annotations.NullMarked;
