@NullMarked
package vn.gocua.cli;

import org.jspecify.annotations.NullMarked;
