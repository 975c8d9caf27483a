/** What people read: texts and figures by language, and text's normal forms, made within bounds. */
@NullMarked
package vn.gocua.base.text;

import org.jspecify.annotations.NullMarked;
