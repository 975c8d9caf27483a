/** The programs' pages and API as a resident, a leader or a phone uses them. */
@NullMarked
package vn.gocua.testkit.page;

import org.jspecify.annotations.NullMarked;
