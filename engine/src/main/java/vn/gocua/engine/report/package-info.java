/** Reports in the usual administrative form, with the board's own numbers. */
@NullMarked
package vn.gocua.engine.report;

import org.jspecify.annotations.NullMarked;
