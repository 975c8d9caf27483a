/** Files and folders that only their owner may read. */
@NullMarked
package vn.gocua.base.file;

import org.jspecify.annotations.NullMarked;
