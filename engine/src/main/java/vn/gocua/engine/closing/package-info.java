/** The end of a campaign: closed, archived, followed by the next. */
@NullMarked
package vn.gocua.engine.closing;

import org.jspecify.annotations.NullMarked;
