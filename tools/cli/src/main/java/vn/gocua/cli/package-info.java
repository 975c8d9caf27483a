/** The {@code gocua} command: it builds, starts, watches and ends the other programs. */
@NullMarked
package vn.gocua.cli;

import org.jspecify.annotations.NullMarked;
