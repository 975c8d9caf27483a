/** What the engine tells those who watch over it: numbers for Prometheus. */
@NullMarked
package vn.gocua.engine.metrics;

import org.jspecify.annotations.NullMarked;
