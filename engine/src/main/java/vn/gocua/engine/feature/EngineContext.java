package vn.gocua.engine.feature;

import java.util.concurrent.Executor;
import vn.gocua.base.Closer;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.clock.Clocks;
import vn.gocua.engine.cluster.ClusterNodes;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.stores.EngineStores;

/**
 * Parts that a process has once.
 *
 * @param stores opened from the settings
 * @param nodes members of the cluster; this one alone without a cluster
 * @param blocking where the journal may be read
 * @param schedule repeated work; each on a thread of its own
 * @param closer takes resources that have to be closed
 */
public record EngineContext(
    Settings settings,
    EngineStores stores,
    ClusterNodes nodes,
    Executor blocking,
    Schedule schedule,
    Clocks clocks,
    Closer closer) {}
