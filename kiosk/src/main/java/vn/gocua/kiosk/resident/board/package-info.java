/** The campaign for people who stand and read, and for a screen at rest. */
@NullMarked
package vn.gocua.kiosk.resident.board;

import org.jspecify.annotations.NullMarked;
