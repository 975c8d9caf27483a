/** Tests of learning. */
@NullMarked
package vn.gocua.engine.learning;

import org.jspecify.annotations.NullMarked;
