/** Targets that change while the campaign runs. */
@NullMarked
package vn.gocua.engine.targets;

import org.jspecify.annotations.NullMarked;
