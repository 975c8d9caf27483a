/**
 * What goes over HTTP between the engine and its clients. An address stands here once; the engine
 * mounts it and every client calls it.
 */
@NullMarked
package vn.gocua.protocol;

import org.jspecify.annotations.NullMarked;
