/** Passwords: what is a good one, and hashing, which waits in a queue. */
@NullMarked
package vn.gocua.engine.access.password;

import org.jspecify.annotations.NullMarked;
