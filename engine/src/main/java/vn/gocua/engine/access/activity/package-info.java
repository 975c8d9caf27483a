/** When phones and sessions were last heard of, on every node. */
@NullMarked
package vn.gocua.engine.access.activity;

import org.jspecify.annotations.NullMarked;
