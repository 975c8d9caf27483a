/** Tests of guides. */
@NullMarked
package vn.gocua.engine.guides;

import org.jspecify.annotations.NullMarked;
