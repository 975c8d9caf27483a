/** Operators' settings and their mistakes. */
@NullMarked
package vn.gocua.base.settings;

import org.jspecify.annotations.NullMarked;
