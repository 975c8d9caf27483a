/** Parts of every screen: pacing of changes, helpers for components, levels of pace. */
@NullMarked
package vn.gocua.kiosk.screen;

import org.jspecify.annotations.NullMarked;
