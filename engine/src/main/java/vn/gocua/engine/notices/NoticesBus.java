package vn.gocua.engine.notices;

import io.vertx.core.eventbus.EventBus;
import java.util.function.Consumer;

/** Tells every node which notice has changed. */
public final class NoticesBus {
  private final EventBus bus;
  private final String address;

  public NoticesBus(EventBus bus, String campaign) {
    this.bus = bus;
    this.address = "notices/" + campaign;
  }

  public void publish(String id) {
    bus.publish(address, id);
  }

  /** Calls back for every notice that has changed on any node. */
  public void subscribe(Consumer<String> receiver) {
    bus.<String>consumer(address, message -> receiver.accept(message.body()));
  }
}
