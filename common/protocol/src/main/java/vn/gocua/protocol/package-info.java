/**
 * The engine's API over HTTP. An address is here once; the engine mounts it and every client calls
 * it.
 */
@NullMarked
package vn.gocua.protocol;

import org.jspecify.annotations.NullMarked;
