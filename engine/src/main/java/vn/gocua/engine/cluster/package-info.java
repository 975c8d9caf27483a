/** Several engines as one: who they are, how they find each other, what they must agree on. */
@NullMarked
package vn.gocua.engine.cluster;

import org.jspecify.annotations.NullMarked;
