/** Charts, each with its table and its CSV. */
@NullMarked
package vn.gocua.kiosk.desk.chart;

import org.jspecify.annotations.NullMarked;
