/**
 * Phones and viewers that go on whatever happens to the engines, and note what they had to bear.
 */
@NullMarked
package vn.gocua.system.chaos.load;

import org.jspecify.annotations.NullMarked;
