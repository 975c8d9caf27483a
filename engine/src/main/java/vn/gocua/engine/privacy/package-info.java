/** Personal data of one person, found and erased wherever a feature keeps it. */
@NullMarked
package vn.gocua.engine.privacy;

import org.jspecify.annotations.NullMarked;
