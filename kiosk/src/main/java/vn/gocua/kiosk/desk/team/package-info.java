/** One team: figures, check-ins, phones, and corrections. */
@NullMarked
package vn.gocua.kiosk.desk.team;

import org.jspecify.annotations.NullMarked;
