/** A resident asks for help, a team claims the request, visits, and closes it. */
@NullMarked
package vn.gocua.engine.help;

import org.jspecify.annotations.NullMarked;
