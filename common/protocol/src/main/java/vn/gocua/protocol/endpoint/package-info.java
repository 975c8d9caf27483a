/** What an endpoint is: method, path, body and answer. */
@NullMarked
package vn.gocua.protocol.endpoint;

import org.jspecify.annotations.NullMarked;
