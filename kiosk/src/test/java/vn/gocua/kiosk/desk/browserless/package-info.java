/**
 * Pages of the desk tested without a browser: their components in this JVM, with a real engine
 * behind them. What only a browser shows (focus, sizes, scripts, figures that move) is tested in
 * {@code e2e}.
 */
@NullMarked
package vn.gocua.kiosk.desk.browserless;

import org.jspecify.annotations.NullMarked;
