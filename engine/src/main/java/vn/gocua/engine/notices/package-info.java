/** Notices of the leaders on the wall of the hall and on the teams' phones. */
@NullMarked
package vn.gocua.engine.notices;

import org.jspecify.annotations.NullMarked;
