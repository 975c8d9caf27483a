package vn.gocua.engine.feature;

import java.util.concurrent.Executor;
import vn.gocua.base.Closer;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.clock.Clocks;
import vn.gocua.engine.cluster.ClusterNodes;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.stores.EngineStores;

/**
 * What there is one of in a process.
 *
 * @param stores what the settings name, opened
 * @param nodes the engines of the cluster; this one alone if there is no other
 * @param blocking where the journal may be read
 * @param schedule for work that comes round; each has a thread of its own
 * @param closer takes what has to be closed
 */
public record EngineContext(
    Settings settings,
    EngineStores stores,
    ClusterNodes nodes,
    Executor blocking,
    Schedule schedule,
    Clocks clocks,
    Closer closer) {}
