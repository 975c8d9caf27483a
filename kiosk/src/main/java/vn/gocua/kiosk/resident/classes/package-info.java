/** Classes: what is on, and a seat in it. */
@NullMarked
package vn.gocua.kiosk.resident.classes;

import org.jspecify.annotations.NullMarked;
