/** What residents, teams and leaders do with help requests. Calls block. */
@NullMarked
package vn.gocua.engine.help.service;

import org.jspecify.annotations.NullMarked;
