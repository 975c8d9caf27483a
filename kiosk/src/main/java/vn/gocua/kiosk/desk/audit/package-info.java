/** The audit. */
@NullMarked
package vn.gocua.kiosk.desk.audit;

import org.jspecify.annotations.NullMarked;
