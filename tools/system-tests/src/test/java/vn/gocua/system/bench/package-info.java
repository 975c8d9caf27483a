/** Measures the engine against the bare store below it; see docs/benchmarks.md. */
@NullMarked
package vn.gocua.system.bench;

import org.jspecify.annotations.NullMarked;
