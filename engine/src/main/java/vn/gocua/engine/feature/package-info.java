/** What every feature of the engine stands on. */
@NullMarked
package vn.gocua.engine.feature;

import org.jspecify.annotations.NullMarked;
