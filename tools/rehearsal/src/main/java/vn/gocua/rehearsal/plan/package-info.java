/**
 * What happens in the made-up campaign: decided beforehand from a seed, without clock or network.
 */
@NullMarked
package vn.gocua.rehearsal.plan;

import org.jspecify.annotations.NullMarked;
