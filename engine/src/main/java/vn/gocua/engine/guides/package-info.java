/** Step-by-step guides that a commune writes in Markdown. */
@NullMarked
package vn.gocua.engine.guides;

import org.jspecify.annotations.NullMarked;
