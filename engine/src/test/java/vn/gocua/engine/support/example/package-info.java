/** How answers of a test become the examples of the API's document. */
@NullMarked
package vn.gocua.engine.support.example;

import org.jspecify.annotations.NullMarked;
