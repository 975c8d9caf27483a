/** Server-sent events: one hub for all viewers of an event loop. */
@NullMarked
package vn.gocua.engine.http.sse;

import org.jspecify.annotations.NullMarked;
