/**
 * Holds the MongoDB journal to the contract: on the in-memory stand-in, and on a real one where
 * there is one.
 */
@NullMarked
package vn.gocua.engine.journal.mongo;

import org.jspecify.annotations.NullMarked;
