/** The frame around every page: where one is, how to go back, and how all of it ends. */
@NullMarked
package vn.gocua.kiosk.resident.shell;

import org.jspecify.annotations.NullMarked;
