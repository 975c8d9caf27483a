/** Moving, backing up and restoring, with real stores and real files. */
@NullMarked
package vn.gocua.engine.transfer;

import org.jspecify.annotations.NullMarked;
