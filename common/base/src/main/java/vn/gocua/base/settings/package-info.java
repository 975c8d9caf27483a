/** What an operator sets before the start, and what is wrong with it. */
@NullMarked
package vn.gocua.base.settings;

import org.jspecify.annotations.NullMarked;
