/** Learning at the kiosk: guides step by step, and classes to sign up for. */
@NullMarked
package vn.gocua.kiosk.resident.learning;

import org.jspecify.annotations.NullMarked;
