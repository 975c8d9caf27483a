/** A small model of append, apply, load, loss, crash and retry, explored in every interleaving. */
@NullMarked
package vn.gocua.engine.live.model;

import org.jspecify.annotations.NullMarked;
