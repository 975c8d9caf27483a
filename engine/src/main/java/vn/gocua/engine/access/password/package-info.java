/** Password rules, and hashing in a bounded queue. */
@NullMarked
package vn.gocua.engine.access.password;

import org.jspecify.annotations.NullMarked;
