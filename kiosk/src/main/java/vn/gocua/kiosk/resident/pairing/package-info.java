/** A screen serves only once a leader has accepted it. */
@NullMarked
package vn.gocua.kiosk.resident.pairing;

import org.jspecify.annotations.NullMarked;
