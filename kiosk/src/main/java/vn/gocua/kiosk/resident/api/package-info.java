/** What residents' pages ask of the engine. */
@NullMarked
package vn.gocua.kiosk.resident.api;

import org.jspecify.annotations.NullMarked;
