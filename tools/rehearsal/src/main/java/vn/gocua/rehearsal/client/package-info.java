/** The phones themselves, and the HTTP they speak. */
@NullMarked
package vn.gocua.rehearsal.client;

import org.jspecify.annotations.NullMarked;
