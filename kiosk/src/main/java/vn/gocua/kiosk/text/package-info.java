/** Words, numbers and dates as people read them here. */
@NullMarked
package vn.gocua.kiosk.text;

import org.jspecify.annotations.NullMarked;
