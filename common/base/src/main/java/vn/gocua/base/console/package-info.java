/** What the person at the terminal reads. */
@NullMarked
package vn.gocua.base.console;

import org.jspecify.annotations.NullMarked;
