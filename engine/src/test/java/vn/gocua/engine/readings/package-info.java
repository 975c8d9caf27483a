/** Tests of limits on reading. */
@NullMarked
package vn.gocua.engine.readings;

import org.jspecify.annotations.NullMarked;
