/** Training of the offices' staff. */
@NullMarked
package vn.gocua.engine.training;

import org.jspecify.annotations.NullMarked;
