/**
 * Shared parts of tests: the programs as processes, a browser, sample campaigns, a settable clock.
 * Uses no class of a program and never ships.
 */
@NullMarked
package vn.gocua.testkit;

import org.jspecify.annotations.NullMarked;
