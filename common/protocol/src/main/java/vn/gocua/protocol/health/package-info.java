/** How the engine's nodes are. */
@NullMarked
package vn.gocua.protocol.health;

import org.jspecify.annotations.NullMarked;
