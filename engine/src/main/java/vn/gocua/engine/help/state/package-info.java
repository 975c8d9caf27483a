/** Facts and state of a help request, and its allowed transitions. */
@NullMarked
package vn.gocua.engine.help.state;

import org.jspecify.annotations.NullMarked;
