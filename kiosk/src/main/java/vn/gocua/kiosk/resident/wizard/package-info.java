/** Steps of a resident's order: name, phone, address, consent, done. */
@NullMarked
package vn.gocua.kiosk.resident.wizard;

import org.jspecify.annotations.NullMarked;
