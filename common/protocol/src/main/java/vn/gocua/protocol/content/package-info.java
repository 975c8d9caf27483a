/** Notices, documents, guides, screens and the audit on the wire. */
@NullMarked
package vn.gocua.protocol.content;

import org.jspecify.annotations.NullMarked;
