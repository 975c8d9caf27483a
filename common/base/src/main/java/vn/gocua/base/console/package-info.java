/** The operator's terminal, in Vietnamese letters. */
@NullMarked
package vn.gocua.base.console;

import org.jspecify.annotations.NullMarked;
