/** Settings and YAML files, read so that every mistake is reported at once and by line. */
@NullMarked
package vn.gocua.engine.config;

import org.jspecify.annotations.NullMarked;
