/**
 * The memory: projections of the journal, kept live in Hazelcast, which may forget them at any
 * moment.
 */
@NullMarked
package vn.gocua.engine.live;

import org.jspecify.annotations.NullMarked;
