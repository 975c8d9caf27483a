/** The residents' kiosk: touch screens in the hall, one person after the other, nothing kept. */
@NullMarked
package vn.gocua.kiosk.resident;

import org.jspecify.annotations.NullMarked;
