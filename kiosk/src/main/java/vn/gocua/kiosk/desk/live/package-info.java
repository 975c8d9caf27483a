/** Figures that move by themselves: computed once, and sent to every page in the same message. */
@NullMarked
package vn.gocua.kiosk.desk.live;

import org.jspecify.annotations.NullMarked;
