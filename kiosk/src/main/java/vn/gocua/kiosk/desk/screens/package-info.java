/** The hall's screens: letting them serve residents, shutting them out. */
@NullMarked
package vn.gocua.kiosk.desk.screens;

import org.jspecify.annotations.NullMarked;
