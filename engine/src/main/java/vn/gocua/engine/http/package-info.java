/** HTTP: bodies read within bounds, problems (RFC 9457), server-sent events, static files. */
@NullMarked
package vn.gocua.engine.http;

import org.jspecify.annotations.NullMarked;
