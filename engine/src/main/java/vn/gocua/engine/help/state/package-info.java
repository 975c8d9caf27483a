/** What has happened to each help request, and what may happen next. */
@NullMarked
package vn.gocua.engine.help.state;

import org.jspecify.annotations.NullMarked;
