package vn.gocua.engine.roster;

import io.vertx.core.eventbus.EventBus;

/** Tells every node that teams or hamlets have changed. */
public final class RosterBus {
  private final EventBus bus;
  private final String address;

  public RosterBus(EventBus bus, String campaign) {
    this.bus = bus;
    this.address = "roster/" + campaign;
  }

  public void publish() {
    bus.publish(address, "changed");
  }

  /** Calls back after every change on any node. */
  public void subscribe(Runnable receiver) {
    bus.<String>consumer(address, _ -> receiver.run());
  }
}
