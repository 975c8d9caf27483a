/** Tables as files for people: CSV and XLSX, read within bounds, written row by row. */
@NullMarked
package vn.gocua.engine.table;

import org.jspecify.annotations.NullMarked;
