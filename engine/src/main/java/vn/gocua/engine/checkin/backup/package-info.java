/** A phone's backup, as file or QR codes, uploaded by a leader. */
@NullMarked
package vn.gocua.engine.checkin.backup;

import org.jspecify.annotations.NullMarked;
