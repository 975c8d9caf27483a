/** Tests of the links that people open. */
@NullMarked
package vn.gocua.engine.http.link;

import org.jspecify.annotations.NullMarked;
