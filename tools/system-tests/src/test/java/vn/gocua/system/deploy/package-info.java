/** The files with which the system is deployed, held to what they promise. */
@NullMarked
package vn.gocua.system.deploy;

import org.jspecify.annotations.NullMarked;
