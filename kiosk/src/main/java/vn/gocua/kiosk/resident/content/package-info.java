/** What the pages of the residents' kiosk show of the engine, kept so that none has to wait. */
@NullMarked
package vn.gocua.kiosk.resident.content;

import org.jspecify.annotations.NullMarked;
