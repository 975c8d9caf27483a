/** Actions of residents, teams and leaders on help requests. Calls block. */
@NullMarked
package vn.gocua.engine.help.service;

import org.jspecify.annotations.NullMarked;
