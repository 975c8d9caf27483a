/** Facts: their form in the journal and their audit lines. */
@NullMarked
package vn.gocua.engine.fact;

import org.jspecify.annotations.NullMarked;
