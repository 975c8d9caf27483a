/** The configured campaign: its teams, hamlets, activities, groups and targets. */
@NullMarked
package vn.gocua.engine.campaign;

import org.jspecify.annotations.NullMarked;
