/** A resident requests a visit. */
@NullMarked
package vn.gocua.kiosk.resident.help;

import org.jspecify.annotations.NullMarked;
