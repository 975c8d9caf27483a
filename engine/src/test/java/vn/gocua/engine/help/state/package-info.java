@NullMarked
package vn.gocua.engine.help.state;

import org.jspecify.annotations.NullMarked;
