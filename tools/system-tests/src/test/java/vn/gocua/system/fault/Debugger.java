package vn.gocua.system.fault;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.MethodExitEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.MethodExitRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Halts one thread of another JVM at a place in its code, so that the process can be killed right
 * there: nothing in the code has to know.
 */
final class Debugger implements AutoCloseable {
  private static final long PATIENCE_MS = 30_000;

  private final ListeningConnector connector;
  private final Map<String, Connector.Argument> arguments;
  private final String address;
  private final CountDownLatch halted = new CountDownLatch(1);
  private final AtomicInteger toPass = new AtomicInteger();
  private @Nullable VirtualMachine vm;

  private Debugger(ListeningConnector connector)
      throws IOException, IllegalConnectorArgumentsException {
    this.connector = connector;
    this.arguments = connector.defaultArguments();
    argument("localAddress", "127.0.0.1");
    argument("timeout", String.valueOf(PATIENCE_MS));
    this.address = connector.startListening(arguments);
  }

  private void argument(String name, String value) {
    Objects.requireNonNull(arguments.get(name), name).setValue(value);
  }

  /** Listens on a free port for a JVM that is started with {@link #flag}. */
  static Debugger listen() throws IOException, IllegalConnectorArgumentsException {
    ListeningConnector connector =
        Bootstrap.virtualMachineManager().listeningConnectors().stream()
            .filter(each -> each.transport().name().equals("dt_socket"))
            .findFirst()
            .orElseThrow();
    return new Debugger(connector);
  }

  String flag() {
    String port = address.substring(address.lastIndexOf(':') + 1);
    return "-agentlib:jdwp=transport=dt_socket,server=n,suspend=n,address=127.0.0.1:" + port;
  }

  /**
   * Waits for the JVM to report. Its events are read from then on: a JVM stops all its threads once
   * too many wait for a debugger that does not read.
   */
  void attach() throws IOException, IllegalConnectorArgumentsException {
    vm = connector.accept(arguments);
    Thread.ofPlatform().daemon().name("debugger").start(this::readEvents);
  }

  private VirtualMachine vm() {
    return Objects.requireNonNull(vm, "not attached");
  }

  /** The next thread that enters a method is to be halted there. */
  void haltOnEntering(String className, String method) {
    ReferenceType type = loaded(className);
    var location = type.methodsByName(method).getFirst().location();
    enable(vm().eventRequestManager().createBreakpointRequest(location));
  }

  /** The next thread that is about to return from a method, its work done, is to be halted. */
  void haltOnLeaving(String className, String method) {
    MethodExitRequest request = vm().eventRequestManager().createMethodExitRequest();
    request.addClassFilter(loaded(className));
    request.putProperty("method", method);
    enable(request);
  }

  private ReferenceType loaded(String className) {
    return vm().classesByName(className).getFirst();
  }

  private static void enable(EventRequest request) {
    request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    request.enable();
  }

  /** Only the next time after so many is the one to halt at; to be said before the place is. */
  void letPass(int times) {
    toPass.set(times);
  }

  /** Waits until a thread was halted; it stays so until the process ends. */
  void awaitHalted() throws InterruptedException {
    if (!halted.await(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("no thread came to where it was to be halted");
    }
  }

  private void readEvents() {
    try {
      while (true) {
        EventSet events = vm().eventQueue().remove();
        if (events.stream().noneMatch(Debugger::isHalt)) {
          events.resume();
        } else if (toPass.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
          events.resume();
        } else {
          halted.countDown();
        }
      }
    } catch (VMDisconnectedException _) {
      // Killed, as was the plan.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isHalt(Event event) {
    return switch (event) {
      case BreakpointEvent _ -> true;
      case MethodExitEvent exit ->
          exit.method().name().equals(exit.request().getProperty("method"));
      default -> false;
    };
  }

  @Override
  public void close() throws IOException, IllegalConnectorArgumentsException {
    connector.stopListening(arguments);
    try {
      if (vm != null) {
        vm.dispose();
      }
    } catch (VMDisconnectedException _) {
      // Killed, as was the plan.
    }
  }
}
