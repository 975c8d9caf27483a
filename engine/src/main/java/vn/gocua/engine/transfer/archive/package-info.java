/** What a backup's file holds, written and read. */
@NullMarked
package vn.gocua.engine.transfer.archive;

import org.jspecify.annotations.NullMarked;
