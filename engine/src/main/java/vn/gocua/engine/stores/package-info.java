/** The stores and secrets that the settings name, and why an engine does not start. */
@NullMarked
package vn.gocua.engine.stores;

import org.jspecify.annotations.NullMarked;
