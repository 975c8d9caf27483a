/**
 * The engine: gathers check-ins, keeps them durably, counts them live and pushes the counts. This
 * package puts its parts together and starts it.
 */
@NullMarked
package vn.gocua.engine;

import org.jspecify.annotations.NullMarked;
