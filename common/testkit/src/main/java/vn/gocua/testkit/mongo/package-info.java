/** A MongoDB stand-in in memory, for trials and tests. */
@NullMarked
package vn.gocua.testkit.mongo;

import org.jspecify.annotations.NullMarked;
