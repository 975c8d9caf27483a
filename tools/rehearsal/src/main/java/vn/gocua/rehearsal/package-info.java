/**
 * A made-up campaign, lived through the public API alone, as phones would: for training, and to see
 * the system alive.
 */
@NullMarked
package vn.gocua.rehearsal;

import org.jspecify.annotations.NullMarked;
