package vn.gocua.engine.closing;

import io.vertx.core.eventbus.EventBus;

/** Tells every node that the campaign was closed or opened again. */
public final class ClosingBus {
  private final EventBus bus;
  private final String address;

  public ClosingBus(EventBus bus, String campaign) {
    this.bus = bus;
    this.address = "closing/" + campaign;
  }

  public void publish() {
    bus.publish(address, "changed");
  }

  /** Calls back after every change on any node. */
  public void subscribe(Runnable receiver) {
    bus.<String>consumer(address, _ -> receiver.run());
  }
}
