/** Accounts, sessions, devices and codes, and the facts they are made of. */
@NullMarked
package vn.gocua.engine.access.state;

import org.jspecify.annotations.NullMarked;
