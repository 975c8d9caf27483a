/** JSON of requests and answers, and its faults. */
@NullMarked
package vn.gocua.engine.http.json;

import org.jspecify.annotations.NullMarked;
