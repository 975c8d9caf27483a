@NullMarked
package vn.gocua.engine.text;

import org.jspecify.annotations.NullMarked;
