/** Classes and seats in them. */
@NullMarked
package vn.gocua.kiosk.resident.classes;

import org.jspecify.annotations.NullMarked;
