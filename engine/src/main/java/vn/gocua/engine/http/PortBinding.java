package vn.gocua.engine.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.console.Console;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;

/** Opening the engine's port, or saying clearly why that cannot be. */
public final class PortBinding {
  private final Settings settings;

  public PortBinding(Settings settings) {
    this.settings = settings;
  }

  /**
   * Checks the port at once, before anything else is opened.
   *
   * @throws StartRefused if the port is taken or the address is not this machine's
   */
  public void proveFree() {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /**
   * Serves on every core's event loop.
   *
   * @param server makes the server of one event loop, with certificate and key if it speaks HTTPS
   * @return closes the port again
   * @throws StartRefused if the port is taken by now, or the certificate is not usable
   */
  public AutoCloseable listen(
      Vertx vertx, Function<@Nullable PemKeyCertOptions, VerticleBase> server) {
    Settings.TlsFiles files = settings.tls();
    PemKeyCertOptions tls = files == null ? null : Tls.of(files, vertx);
    int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
    try {
      String id =
          vertx
              .deployVerticle(() -> server.apply(tls), new DeploymentOptions().setInstances(loops))
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      return () -> vertx.undeploy(id).toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof BindException bind ? refused(bind) : e;
    }
  }

  private StartRefused refused(IOException e) {
    boolean taken = String.valueOf(e.getMessage()).contains("in use");
    return new StartRefused(
        StartRefused.Reason.PORT_TAKEN,
        Console.text(
            taken ? "start.port-taken" : "start.address-not-usable",
            String.valueOf(settings.port()),
            settings.host(),
            String.valueOf(e.getMessage())));
  }
}
