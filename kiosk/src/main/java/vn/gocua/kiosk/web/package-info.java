/** The web server: its servlets, static files and error pages. */
@NullMarked
package vn.gocua.kiosk.web;

import org.jspecify.annotations.NullMarked;
