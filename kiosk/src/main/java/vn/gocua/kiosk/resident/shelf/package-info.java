/** What is taken from the engine now and then, so that it is there when the engine is not. */
@NullMarked
package vn.gocua.kiosk.resident.shelf;

import org.jspecify.annotations.NullMarked;
