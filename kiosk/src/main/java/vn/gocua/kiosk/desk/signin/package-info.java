/** The page on which leaders sign in. */
@NullMarked
package vn.gocua.kiosk.desk.signin;

import org.jspecify.annotations.NullMarked;
