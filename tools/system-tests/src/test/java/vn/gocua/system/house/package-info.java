/** The rules of the house, over the sources and class files of every module. */
@NullMarked
package vn.gocua.system.house;

import org.jspecify.annotations.NullMarked;
