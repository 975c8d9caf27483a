/** The engine as a process that is started, loaded, killed and started again. */
@NullMarked
package vn.gocua.system.fault;

import org.jspecify.annotations.NullMarked;
