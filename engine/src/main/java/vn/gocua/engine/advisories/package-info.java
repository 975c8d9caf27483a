/** Known holes in what a program is made of: its bill of materials, held to the database OSV. */
@NullMarked
package vn.gocua.engine.advisories;

import org.jspecify.annotations.NullMarked;
