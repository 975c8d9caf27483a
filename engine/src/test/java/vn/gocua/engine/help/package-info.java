/** Help requests, from the kiosk's question to the team's visit. */
@NullMarked
package vn.gocua.engine.help;

import org.jspecify.annotations.NullMarked;
