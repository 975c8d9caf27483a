/** What people agree to when they give their data, and the versions of those words. */
@NullMarked
package vn.gocua.base.consent;

import org.jspecify.annotations.NullMarked;
