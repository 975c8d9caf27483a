/** How screens reach browsers: the server, its servlets, its static files, its error pages. */
@NullMarked
package vn.gocua.kiosk.web;

import org.jspecify.annotations.NullMarked;
