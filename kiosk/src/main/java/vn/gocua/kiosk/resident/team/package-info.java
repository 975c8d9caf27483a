/** The team of a hamlet: place, hours, contact, and this week's figures. */
@NullMarked
package vn.gocua.kiosk.resident.team;

import org.jspecify.annotations.NullMarked;
