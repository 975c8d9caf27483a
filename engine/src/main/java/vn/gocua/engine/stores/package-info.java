/** Which store by which setting, and when an engine does not start. */
@NullMarked
package vn.gocua.engine.stores;

import org.jspecify.annotations.NullMarked;
