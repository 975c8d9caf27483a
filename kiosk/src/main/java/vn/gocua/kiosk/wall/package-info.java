/** The wall of the hall: a screen nobody touches. */
@NullMarked
package vn.gocua.kiosk.wall;

import org.jspecify.annotations.NullMarked;
