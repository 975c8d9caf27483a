/** Whatever can happen to a cluster under load, made to happen, and what comes of it checked. */
@NullMarked
package vn.gocua.system.chaos;

import org.jspecify.annotations.NullMarked;
