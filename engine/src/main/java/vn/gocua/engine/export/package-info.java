/** What leaves the system as files, and the record of it. */
@NullMarked
package vn.gocua.engine.export;

import org.jspecify.annotations.NullMarked;
