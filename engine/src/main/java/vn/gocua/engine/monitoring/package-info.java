/** What the engine tells those who watch over it: numbers for Prometheus, the list of nodes. */
@NullMarked
package vn.gocua.engine.monitoring;

import org.jspecify.annotations.NullMarked;
