/** Documents in MongoDB's GridFS, for engines that share a journal. */
@NullMarked
package vn.gocua.engine.documents.mongo;

import org.jspecify.annotations.NullMarked;
