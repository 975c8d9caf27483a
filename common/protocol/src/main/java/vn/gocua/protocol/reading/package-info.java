/** Readings of personal data: why leaders read, and who reads much. */
@NullMarked
package vn.gocua.protocol.reading;

import org.jspecify.annotations.NullMarked;
