/** Why something was not done: a reason, what it is about, and the answer that says so. */
@NullMarked
package vn.gocua.protocol.refusal;

import org.jspecify.annotations.NullMarked;
