/** What the desk asks of the engine, in a leader's name. */
@NullMarked
package vn.gocua.kiosk.desk.api;

import org.jspecify.annotations.NullMarked;
