/** The engine: gathers check-ins, keeps them durably, counts them live and pushes the counts. */
@NullMarked
package vn.gocua.engine;

import org.jspecify.annotations.NullMarked;
