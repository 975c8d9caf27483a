/** The whole journal counted again. */
@NullMarked
package vn.gocua.kiosk.desk.recount;

import org.jspecify.annotations.NullMarked;
