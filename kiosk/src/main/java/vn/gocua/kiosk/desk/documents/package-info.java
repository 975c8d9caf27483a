/** A meeting's documents, handed out by QR code. */
@NullMarked
package vn.gocua.kiosk.desk.documents;

import org.jspecify.annotations.NullMarked;
