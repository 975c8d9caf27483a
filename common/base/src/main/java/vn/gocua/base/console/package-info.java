/** The terminal of whoever started a program, in Vietnamese letters. */
@NullMarked
package vn.gocua.base.console;

import org.jspecify.annotations.NullMarked;
