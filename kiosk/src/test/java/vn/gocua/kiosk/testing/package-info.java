/** What tests share: a browser, the programs under test, and a scripted engine. */
@NullMarked
package vn.gocua.kiosk.testing;

import org.jspecify.annotations.NullMarked;
