/** Holds the vault in MongoDB to the contract: on the stand-in, and on a real one if there is. */
@NullMarked
package vn.gocua.engine.vault.mongo;

import org.jspecify.annotations.NullMarked;
