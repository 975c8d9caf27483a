/** Sign-in and authentication: accounts, sessions, enrolment codes, devices. */
@NullMarked
package vn.gocua.engine.access;

import org.jspecify.annotations.NullMarked;
