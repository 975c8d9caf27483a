/**
 * What all pages of the desk know: asked and worked out once for all who watch. Knows no Vaadin.
 */
@NullMarked
package vn.gocua.kiosk.desk.data;

import org.jspecify.annotations.NullMarked;
