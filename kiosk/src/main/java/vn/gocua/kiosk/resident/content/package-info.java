/** Cached content of the engine for the residents' pages. */
@NullMarked
package vn.gocua.kiosk.resident.content;

import org.jspecify.annotations.NullMarked;
