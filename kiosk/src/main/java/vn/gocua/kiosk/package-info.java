/** The kiosk: the hall's screens, fed by the engine. */
@NullMarked
package vn.gocua.kiosk;

import org.jspecify.annotations.NullMarked;
