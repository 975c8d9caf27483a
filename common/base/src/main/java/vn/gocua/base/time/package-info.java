/** Work that comes round, and the threads it has. */
@NullMarked
package vn.gocua.base.time;

import org.jspecify.annotations.NullMarked;
