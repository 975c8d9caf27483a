/** Which alerts leaders have said to know of. */
@NullMarked
package vn.gocua.engine.alerts;

import org.jspecify.annotations.NullMarked;
