/** Personal data of residents: encrypted, its reading recorded, erasable; nowhere else kept. */
@NullMarked
package vn.gocua.engine.vault;

import org.jspecify.annotations.NullMarked;
