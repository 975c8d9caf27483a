/** Whose personal data was read. */
@NullMarked
package vn.gocua.protocol.privacy;

import org.jspecify.annotations.NullMarked;
