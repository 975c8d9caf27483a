/** Holds the vault in one file to the contract. */
@NullMarked
package vn.gocua.engine.vault.sqlite;

import org.jspecify.annotations.NullMarked;
