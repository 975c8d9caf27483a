/** Which offices' staff have been trained. */
@NullMarked
package vn.gocua.engine.training;

import org.jspecify.annotations.NullMarked;
