/** The vault's records in one SQLite file. */
@NullMarked
package vn.gocua.engine.vault.sqlite;

import org.jspecify.annotations.NullMarked;
