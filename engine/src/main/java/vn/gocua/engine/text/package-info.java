/** What every reader of people's words needs. */
@NullMarked
package vn.gocua.engine.text;

import org.jspecify.annotations.NullMarked;
