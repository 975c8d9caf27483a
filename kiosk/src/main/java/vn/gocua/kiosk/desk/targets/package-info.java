/** Targets and their change. */
@NullMarked
package vn.gocua.kiosk.desk.targets;

import org.jspecify.annotations.NullMarked;
