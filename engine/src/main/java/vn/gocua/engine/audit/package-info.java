/** The audit, read from the facts in the journal. */
@NullMarked
package vn.gocua.engine.audit;

import org.jspecify.annotations.NullMarked;
