/** In whose name the residents' pages ask the engine. */
@NullMarked
package vn.gocua.kiosk.resident.api;

import org.jspecify.annotations.NullMarked;
