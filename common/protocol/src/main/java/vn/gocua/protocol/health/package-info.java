/** Health of the engine's nodes. */
@NullMarked
package vn.gocua.protocol.health;

import org.jspecify.annotations.NullMarked;
