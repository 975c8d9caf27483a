/** What an operator sets before the start. */
@NullMarked
package vn.gocua.kiosk.settings;

import org.jspecify.annotations.NullMarked;
