/** Rehearsal: a made-up campaign played through the public API alone, for training and trials. */
@NullMarked
package vn.gocua.rehearsal;

import org.jspecify.annotations.NullMarked;
