/** Who somebody is and what they may, and how often; no HTTP, so that services know it too. */
@NullMarked
package vn.gocua.engine.rights;

import org.jspecify.annotations.NullMarked;
