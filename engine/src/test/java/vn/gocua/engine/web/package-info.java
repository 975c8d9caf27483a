/** The phone's app, as far as reading its files tells. */
@NullMarked
package vn.gocua.engine.web;

import org.jspecify.annotations.NullMarked;
