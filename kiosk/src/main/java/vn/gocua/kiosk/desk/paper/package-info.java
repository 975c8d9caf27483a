/** Paper reports of teams without a phone. */
@NullMarked
package vn.gocua.kiosk.desk.paper;

import org.jspecify.annotations.NullMarked;
