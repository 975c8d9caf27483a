/** How screens reach browsers: the server, its headers, its static files, its error pages. */
@NullMarked
package vn.gocua.kiosk.web;

import org.jspecify.annotations.NullMarked;
