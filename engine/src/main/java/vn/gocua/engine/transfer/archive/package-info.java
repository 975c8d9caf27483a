/** Format of a backup's file: writing and reading. */
@NullMarked
package vn.gocua.engine.transfer.archive;

import org.jspecify.annotations.NullMarked;
