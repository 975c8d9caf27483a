@NullMarked
package vn.gocua.engine.help.service;

import org.jspecify.annotations.NullMarked;
