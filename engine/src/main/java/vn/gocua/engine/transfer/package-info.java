/**
 * The whole journal from one place to another: moved, backed up, restored, and each time proved.
 */
@NullMarked
package vn.gocua.engine.transfer;

import org.jspecify.annotations.NullMarked;
