/** Files and folders that are their owner's alone. */
@NullMarked
package vn.gocua.base.file;

import org.jspecify.annotations.NullMarked;
