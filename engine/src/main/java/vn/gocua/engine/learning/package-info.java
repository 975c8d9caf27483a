/** Bình dân học vụ số: classes that leaders schedule and residents sign up for. */
@NullMarked
package vn.gocua.engine.learning;

import org.jspecify.annotations.NullMarked;
