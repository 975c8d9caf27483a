@NullMarked
package vn.gocua.rehearsal;

import org.jspecify.annotations.NullMarked;
