/** Teams and hamlets, changed on screen or from a table. */
@NullMarked
package vn.gocua.kiosk.desk.roster;

import org.jspecify.annotations.NullMarked;
