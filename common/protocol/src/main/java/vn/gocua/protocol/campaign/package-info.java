/** The campaign, its teams, targets and end on the wire. */
@NullMarked
package vn.gocua.protocol.campaign;

import org.jspecify.annotations.NullMarked;
