/** The live board: standings, pace, the stream to viewers, the recount. */
@NullMarked
package vn.gocua.engine.board;

import org.jspecify.annotations.NullMarked;
