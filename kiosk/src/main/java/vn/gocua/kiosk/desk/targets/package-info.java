/** What was promised, and changing it. */
@NullMarked
package vn.gocua.kiosk.desk.targets;

import org.jspecify.annotations.NullMarked;
