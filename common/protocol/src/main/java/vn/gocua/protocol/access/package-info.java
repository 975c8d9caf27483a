/** Sessions, accounts and phones on the wire. */
@NullMarked
package vn.gocua.protocol.access;

import org.jspecify.annotations.NullMarked;
