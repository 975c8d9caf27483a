/** The journal in an SQLite file, for one engine on one machine. */
@NullMarked
package vn.gocua.engine.journal.sqlite;

import org.jspecify.annotations.NullMarked;
