/** The simulated phones and their HTTP. */
@NullMarked
package vn.gocua.rehearsal.client;

import org.jspecify.annotations.NullMarked;
