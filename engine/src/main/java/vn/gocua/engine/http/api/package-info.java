/**
 * The API shell: mounts the endpoints of {@code vn.gocua.protocol}, checks permissions, reads
 * bodies and answers. Features see neither the router nor the wire.
 */
@NullMarked
package vn.gocua.engine.http.api;

import org.jspecify.annotations.NullMarked;
