/** What every screen is built with: pace of change, small ways to show, words for pace. */
@NullMarked
package vn.gocua.kiosk.screen;

import org.jspecify.annotations.NullMarked;
