/** State that is folded from the journal: read, decided on, and remembered by every node. */
@NullMarked
package vn.gocua.engine.state;

import org.jspecify.annotations.NullMarked;
