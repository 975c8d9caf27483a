/** What a phone could not send: read from its file or its QR codes, and taken in by a leader. */
@NullMarked
package vn.gocua.engine.checkin.backup;

import org.jspecify.annotations.NullMarked;
