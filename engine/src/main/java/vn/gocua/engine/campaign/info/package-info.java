/** The campaign as anybody may see it, and the edition of it that counts in the whole cluster. */
@NullMarked
package vn.gocua.engine.campaign.info;

import org.jspecify.annotations.NullMarked;
