/** Files that leaders hand out by QR code. */
@NullMarked
package vn.gocua.engine.documents;

import org.jspecify.annotations.NullMarked;
