/**
 * The API shell: what mounts the endpoints of {@code vn.gocua.protocol}, lets in who may, reads
 * bodies, and answers. A feature says what it does for whom; it sees neither the router nor the
 * wire.
 */
@NullMarked
package vn.gocua.engine.http.api;

import org.jspecify.annotations.NullMarked;
