package vn.gocua.engine.access.sighting;

import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/** Tells every node which phone was heard of. */
public final class SightingsBus {
  private static final String ADDRESS = "access/sightings";

  private final EventBus bus;

  public SightingsBus(EventBus bus) {
    this.bus = bus;
  }

  public void publish(DeviceActivity sighting) {
    bus.publish(
        ADDRESS,
        new JsonObject()
            .put("device", sighting.device())
            .put("at", sighting.at())
            .put("waiting", sighting.waiting())
            .put("app", sighting.app())
            .put("overQuotaAt", sighting.overQuotaAt()));
  }

  /** Calls back for every phone heard of on any node. */
  public void subscribe(Consumer<DeviceActivity> receiver) {
    bus.<JsonObject>consumer(
        ADDRESS,
        message -> {
          JsonObject said = message.body();
          receiver.accept(
              new DeviceActivity(
                  said.getString("device"),
                  said.getInstant("at"),
                  said.getInteger("waiting"),
                  said.getString("app"),
                  said.getInstant("overQuotaAt")));
        });
  }
}
