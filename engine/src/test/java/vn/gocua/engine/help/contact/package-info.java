@NullMarked
package vn.gocua.engine.help.contact;

import org.jspecify.annotations.NullMarked;
