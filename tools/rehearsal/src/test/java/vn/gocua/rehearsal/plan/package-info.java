@NullMarked
package vn.gocua.rehearsal.plan;

import org.jspecify.annotations.NullMarked;
