/** Texts and figures by language, and Unicode's normal forms within bounds. */
@NullMarked
package vn.gocua.base.text;

import org.jspecify.annotations.NullMarked;
