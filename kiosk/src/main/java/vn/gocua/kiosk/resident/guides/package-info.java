/** Guides to read, step by step. */
@NullMarked
package vn.gocua.kiosk.resident.guides;

import org.jspecify.annotations.NullMarked;
