/**
 * Links that people open: found in what chat apps have made of them, and answered with a page of
 * words where nothing can be found.
 */
@NullMarked
package vn.gocua.engine.http.link;

import org.jspecify.annotations.NullMarked;
