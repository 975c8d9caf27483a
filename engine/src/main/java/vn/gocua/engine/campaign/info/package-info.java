/** The campaign's public description, and the edition that the whole cluster uses. */
@NullMarked
package vn.gocua.engine.campaign.info;

import org.jspecify.annotations.NullMarked;
