/** Principals, permissions and rate limits; no HTTP, so that services use them too. */
@NullMarked
package vn.gocua.engine.rights;

import org.jspecify.annotations.NullMarked;
