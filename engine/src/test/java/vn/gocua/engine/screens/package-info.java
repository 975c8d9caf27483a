@NullMarked
package vn.gocua.engine.screens;

import org.jspecify.annotations.NullMarked;
