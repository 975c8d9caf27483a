/** Finds and erases a person's data in all features. */
@NullMarked
package vn.gocua.engine.privacy;

import org.jspecify.annotations.NullMarked;
