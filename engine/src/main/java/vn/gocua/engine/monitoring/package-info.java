/** Monitoring: metrics for Prometheus, health, the list of nodes. */
@NullMarked
package vn.gocua.engine.monitoring;

import org.jspecify.annotations.NullMarked;
