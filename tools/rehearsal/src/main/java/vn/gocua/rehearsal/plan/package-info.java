/** Plan of the made-up campaign, made from a seed without clock or network. */
@NullMarked
package vn.gocua.rehearsal.plan;

import org.jspecify.annotations.NullMarked;
