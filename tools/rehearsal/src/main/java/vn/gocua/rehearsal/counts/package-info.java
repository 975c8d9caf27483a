/** Expected counts and their comparison with the engine's. */
@NullMarked
package vn.gocua.rehearsal.counts;

import org.jspecify.annotations.NullMarked;
