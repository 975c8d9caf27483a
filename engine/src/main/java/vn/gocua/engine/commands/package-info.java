/** What operators run beside an engine, or instead of one. */
@NullMarked
package vn.gocua.engine.commands;

import org.jspecify.annotations.NullMarked;
