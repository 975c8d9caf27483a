/** When a phone was last heard of, on every node. */
@NullMarked
package vn.gocua.engine.access.sighting;

import org.jspecify.annotations.NullMarked;
