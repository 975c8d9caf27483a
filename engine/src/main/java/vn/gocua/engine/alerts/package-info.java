/** Alerts that leaders have acknowledged. */
@NullMarked
package vn.gocua.engine.alerts;

import org.jspecify.annotations.NullMarked;
