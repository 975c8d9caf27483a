/** What every reader of people's words needs. */
@NullMarked
package vn.gocua.base.text;

import org.jspecify.annotations.NullMarked;
