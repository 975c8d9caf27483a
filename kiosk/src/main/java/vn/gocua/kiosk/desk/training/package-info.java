/** Which offices' staff have been trained. */
@NullMarked
package vn.gocua.kiosk.desk.training;

import org.jspecify.annotations.NullMarked;
