/** Contacts of help requests: personal data, in the vault only. */
@NullMarked
package vn.gocua.engine.help.contact;

import org.jspecify.annotations.NullMarked;
