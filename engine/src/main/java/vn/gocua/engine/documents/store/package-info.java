/** Storage of documents: the port, and the folder beside the embedded journal. */
@NullMarked
package vn.gocua.engine.documents.store;

import org.jspecify.annotations.NullMarked;
