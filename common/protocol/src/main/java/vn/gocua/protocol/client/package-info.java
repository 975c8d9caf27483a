/** The one client of the engine's API: kiosk, commands, rehearsal and tests call it. */
@NullMarked
package vn.gocua.protocol.client;

import org.jspecify.annotations.NullMarked;
