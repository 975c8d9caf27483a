/** The wall of the hall: a screen without touch. */
@NullMarked
package vn.gocua.kiosk.wall;

import org.jspecify.annotations.NullMarked;
