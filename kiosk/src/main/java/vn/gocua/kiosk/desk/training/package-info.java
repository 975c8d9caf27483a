/** Training of the offices' staff. */
@NullMarked
package vn.gocua.kiosk.desk.training;

import org.jspecify.annotations.NullMarked;
