/** The list of phones and its dialogs, on the pages of all phones and of one team. */
@NullMarked
package vn.gocua.kiosk.desk.phones.list;

import org.jspecify.annotations.NullMarked;
