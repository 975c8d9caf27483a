/** A cluster in processes of its own, and what can be done to it. */
@NullMarked
package vn.gocua.system.chaos.system;

import org.jspecify.annotations.NullMarked;
