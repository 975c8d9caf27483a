/** The kiosk's settings. */
@NullMarked
package vn.gocua.kiosk.settings;

import org.jspecify.annotations.NullMarked;
