@NullMarked
package vn.gocua.rehearsal.counts;

import org.jspecify.annotations.NullMarked;
