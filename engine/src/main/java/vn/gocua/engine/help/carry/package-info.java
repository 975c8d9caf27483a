/**
 * Requests that one campaign left go on in the next, which has a journal and a vault of its own.
 */
@NullMarked
package vn.gocua.engine.help.carry;

import org.jspecify.annotations.NullMarked;
