/** Help requests: a resident asks, a team claims, visits, and closes. */
@NullMarked
package vn.gocua.engine.help;

import org.jspecify.annotations.NullMarked;
