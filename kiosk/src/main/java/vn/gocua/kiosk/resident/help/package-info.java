/** A resident asks for somebody to come. */
@NullMarked
package vn.gocua.kiosk.resident.help;

import org.jspecify.annotations.NullMarked;
