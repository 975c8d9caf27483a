/** Text in Unicode's normal forms, made within bounds. */
@NullMarked
package vn.gocua.base.text;

import org.jspecify.annotations.NullMarked;
