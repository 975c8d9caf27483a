@NullMarked
package vn.gocua.engine.documents.mongo;

import org.jspecify.annotations.NullMarked;
