package vn.gocua.engine.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import vn.gocua.engine.board.BoardMeter;
import vn.gocua.engine.checkin.CheckInMeter;
import vn.gocua.engine.checkin.Verdict;
import vn.gocua.engine.journal.CommitMeter;

/** The engine's metrics, explained in docs/operating.md. They name no person, team or phone. */
public final class Metrics implements CheckInMeter, CommitMeter, BoardMeter, AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final DistributionSummary batch =
      DistributionSummary.builder("gocua.journal.batch")
          .description("events taken by one append to the journal")
          .publishPercentiles(0.5, 0.99)
          .register(registry);
  private final Timer append =
      Timer.builder("gocua.journal.append")
          .description("how long one append takes until it is durable")
          .publishPercentiles(0.5, 0.99)
          .register(registry);
  private final Timer apply =
      Timer.builder("gocua.live.apply")
          .description("from the journal to the live entry")
          .publishPercentiles(0.5, 0.99)
          .register(registry);
  private final Timer push =
      Timer.builder("gocua.push.lag")
          .description("from a phone's upload to this node's board")
          .publishPercentiles(0.5, 0.99)
          .register(registry);
  private final AtomicInteger viewers = new AtomicInteger();

  /** Listens to the JVM's garbage collectors, which outlive an engine, until it is closed. */
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /** Besides the engine's own numbers, those of the JVM. */
  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    collections.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    gauge("gocua.viewers", "open board streams on this node", viewers::get);
    for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
      judgedCounter(outcome).increment(0);
    }
    registry.counter("gocua.live.evictions").increment(0);
    registry.counter("gocua.quota.refusals").increment(0);
    registry.counter("gocua.contact.refusals").increment(0);
  }

  /** A number that is asked for when it is wanted. */
  public void gauge(String name, String description, IntSupplier value) {
    Gauge.builder(name, value, IntSupplier::getAsInt)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  @Override
  public void judged(Verdict.Outcome outcome) {
    judgedCounter(outcome).increment();
  }

  private Counter judgedCounter(Verdict.Outcome outcome) {
    return registry.counter("gocua.check.ins", "outcome", outcome.code());
  }

  @Override
  public void committed(int events, long nanos) {
    batch.record(events);
    append.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void applied(long nanos) {
    apply.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void evicted() {
    registry.counter("gocua.live.evictions").increment();
  }

  /** A phone used up its hour's quota and has to wait. */
  public void overQuota() {
    registry.counter("gocua.quota.refusals").increment();
  }

  /** A phone or a leader has read as many contacts as is allowed, and has to wait. */
  public void contactRefused() {
    registry.counter("gocua.contact.refusals").increment();
  }

  @Override
  public void pushed(Duration lag) {
    push.record(lag);
  }

  @Override
  public void viewers(int change) {
    viewers.addAndGet(change);
  }

  /** All numbers in Prometheus' text form. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
