/** Server-sent events: one hub for all viewers of what changes. */
@NullMarked
package vn.gocua.engine.http.sse;

import org.jspecify.annotations.NullMarked;
