/** Holds what clients know against what the engines have: nothing lost, nothing doubled. */
@NullMarked
package vn.gocua.chaos.check;

import org.jspecify.annotations.NullMarked;
