/** Several engines as one cluster: joining, shared settings, clock comparison, channels. */
@NullMarked
package vn.gocua.engine.cluster;

import org.jspecify.annotations.NullMarked;
