/** JSON in and out, and what is wrong with it. */
@NullMarked
package vn.gocua.engine.http.json;

import org.jspecify.annotations.NullMarked;
