/** Bytes of requests, before anything reads them as HTTP. */
@NullMarked
package vn.gocua.engine.http.wire;

import org.jspecify.annotations.NullMarked;
