/** Accounts: everybody's own, and for admins all of them. */
@NullMarked
package vn.gocua.kiosk.desk.account;

import org.jspecify.annotations.NullMarked;
