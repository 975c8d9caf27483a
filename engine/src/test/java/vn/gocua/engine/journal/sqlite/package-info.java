/** Holds the SQLite journal to the contract, and to what is particular to its file. */
@NullMarked
package vn.gocua.engine.journal.sqlite;

import org.jspecify.annotations.NullMarked;
