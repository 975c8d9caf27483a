/** How much a phone may send in an hour. */
@NullMarked
package vn.gocua.engine.access.quota;

import org.jspecify.annotations.NullMarked;
