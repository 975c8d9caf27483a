/** The steps by which a resident asks for something: name, phone, address, consent, done. */
@NullMarked
package vn.gocua.kiosk.resident.wizard;

import org.jspecify.annotations.NullMarked;
