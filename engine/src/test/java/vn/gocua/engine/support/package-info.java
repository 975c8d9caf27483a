/** What tests stand on: a real engine in this process, a client of its API, a clock to set. */
@NullMarked
package vn.gocua.engine.support;

import org.jspecify.annotations.NullMarked;
