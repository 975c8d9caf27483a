/** The journal in a MongoDB replica set. */
@NullMarked
package vn.gocua.engine.journal.mongo;

import org.jspecify.annotations.NullMarked;
