package vn.gocua.engine.learning;

import io.vertx.core.eventbus.EventBus;
import java.util.function.Consumer;

/** Tells every node which class has changed; what it is now, they read in the journal. */
public final class LearningBus {
  private final EventBus bus;
  private final String address;

  public LearningBus(EventBus bus, String campaign) {
    this.bus = bus;
    this.address = "learning/" + campaign;
  }

  public void publish(String id) {
    bus.publish(address, id);
  }

  /** Calls back for every change on any node. */
  public void subscribe(Consumer<String> receiver) {
    bus.<String>consumer(address, message -> receiver.accept(message.body()));
  }
}
