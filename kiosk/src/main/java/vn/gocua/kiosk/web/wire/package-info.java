/** What is checked of a request before anything reads it, and said with each answer. */
@NullMarked
package vn.gocua.kiosk.web.wire;

import org.jspecify.annotations.NullMarked;
