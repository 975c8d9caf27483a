/**
 * One team: how it stands, what it sent, its phones; and putting right what was entered wrongly.
 */
@NullMarked
package vn.gocua.kiosk.desk.team;

import org.jspecify.annotations.NullMarked;
