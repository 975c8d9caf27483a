/** Facts as they stand in the journal, and as the audit tells them. */
@NullMarked
package vn.gocua.engine.fact;

import org.jspecify.annotations.NullMarked;
