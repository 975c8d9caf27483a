/**
 * What the phones know they have had accepted, and how that compares with what the engine counts.
 */
@NullMarked
package vn.gocua.rehearsal.counts;

import org.jspecify.annotations.NullMarked;
