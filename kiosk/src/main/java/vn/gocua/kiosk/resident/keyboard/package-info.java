/** Writing Vietnamese by touch. */
@NullMarked
package vn.gocua.kiosk.resident.keyboard;

import org.jspecify.annotations.NullMarked;
