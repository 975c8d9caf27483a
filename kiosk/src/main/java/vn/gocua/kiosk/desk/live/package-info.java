/**
 * Figures that move while they are looked at: worked out once, told to every page in the same
 * words.
 */
@NullMarked
package vn.gocua.kiosk.desk.live;

import org.jspecify.annotations.NullMarked;
