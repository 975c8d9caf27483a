/** Latest activity of phones and sessions, on every node. */
@NullMarked
package vn.gocua.engine.access.activity;

import org.jspecify.annotations.NullMarked;
