package vn.gocua.engine.help;

import io.vertx.core.eventbus.EventBus;
import java.util.function.Consumer;

/** Tells every node which help request has changed; what it is now, they read in the journal. */
public final class HelpBus {
  private final EventBus bus;
  private final String address;

  public HelpBus(EventBus bus, String campaign) {
    this.bus = bus;
    this.address = "help/" + campaign;
  }

  public void publish(String code) {
    bus.publish(address, code);
  }

  /** Calls back for every change on any node. */
  public void subscribe(Consumer<String> receiver) {
    bus.<String>consumer(address, message -> receiver.accept(message.body()));
  }
}
