/**
 * Known vulnerabilities of a program's parts: its bill of materials compared with the database OSV.
 */
@NullMarked
package vn.gocua.engine.advisories;

import org.jspecify.annotations.NullMarked;
