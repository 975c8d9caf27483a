/** Commands for operators, beside a running engine or without one. */
@NullMarked
package vn.gocua.engine.commands;

import org.jspecify.annotations.NullMarked;
