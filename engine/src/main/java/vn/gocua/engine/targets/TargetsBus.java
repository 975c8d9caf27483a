package vn.gocua.engine.targets;

import io.vertx.core.eventbus.EventBus;

/** Tells every node that the targets have changed. */
public final class TargetsBus {
  private final EventBus bus;
  private final String address;

  public TargetsBus(EventBus bus, String campaign) {
    this.bus = bus;
    this.address = "targets/" + campaign;
  }

  public void publish() {
    bus.publish(address, "changed");
  }

  /** Calls back after every change on any node. */
  public void subscribe(Runnable receiver) {
    bus.<String>consumer(address, _ -> receiver.run());
  }
}
