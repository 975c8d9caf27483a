/**
 * What tests of several modules share: the programs as processes, a browser, sample campaigns, a
 * settable clock. It knows no class of a program; none of it ships.
 */
@NullMarked
package vn.gocua.testkit;

import org.jspecify.annotations.NullMarked;
