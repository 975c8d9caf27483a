/** Exported files, and the record of exports. */
@NullMarked
package vn.gocua.engine.export;

import org.jspecify.annotations.NullMarked;
