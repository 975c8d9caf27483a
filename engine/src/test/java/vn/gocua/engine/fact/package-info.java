@NullMarked
package vn.gocua.engine.fact;

import org.jspecify.annotations.NullMarked;
