/** The campaign's figures, for readers and for an idle screen. */
@NullMarked
package vn.gocua.kiosk.resident.board;

import org.jspecify.annotations.NullMarked;
