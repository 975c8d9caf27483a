/** Live and counted figures on the wire. */
@NullMarked
package vn.gocua.protocol.board;

import org.jspecify.annotations.NullMarked;
