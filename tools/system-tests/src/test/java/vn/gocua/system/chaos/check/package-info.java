/** Holds what clients know against what the engines have: nothing lost, nothing doubled. */
@NullMarked
package vn.gocua.system.chaos.check;

import org.jspecify.annotations.NullMarked;
