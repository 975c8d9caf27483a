/** What the numbers say: pace, forecast, silence; worked out once for all who watch. */
@NullMarked
package vn.gocua.kiosk.desk.insight;

import org.jspecify.annotations.NullMarked;
