/** Limits on reading personal data: who came near them. */
@NullMarked
package vn.gocua.engine.readings;

import org.jspecify.annotations.NullMarked;
