/** Teams and hamlets that leaders change while the campaign runs, on screen or from a table. */
@NullMarked
package vn.gocua.engine.roster;

import org.jspecify.annotations.NullMarked;
