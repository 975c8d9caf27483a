/**
 * Base of the engine's features. A feature is a package with a class {@code *Feature}: the engine
 * makes one from a {@link CampaignContext}, and every event loop mounts its routes.
 */
@NullMarked
package vn.gocua.engine.feature;

import org.jspecify.annotations.NullMarked;
