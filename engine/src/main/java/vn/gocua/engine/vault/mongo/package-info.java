/** The vault's records in a MongoDB replica set. */
@NullMarked
package vn.gocua.engine.vault.mongo;

import org.jspecify.annotations.NullMarked;
