/** Screens of the residents' kiosk: each shows a code, and serves once a leader has accepted it. */
@NullMarked
package vn.gocua.engine.screens;

import org.jspecify.annotations.NullMarked;
