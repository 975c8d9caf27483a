/** Names of phones: people may be recognised by them, so they are in the vault. */
@NullMarked
package vn.gocua.engine.access.naming;

import org.jspecify.annotations.NullMarked;
