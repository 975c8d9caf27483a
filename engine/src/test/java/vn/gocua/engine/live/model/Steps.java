package vn.gocua.engine.live.model;

import java.util.ArrayList;
import java.util.List;
import vn.gocua.engine.live.model.World.Apply;
import vn.gocua.engine.live.model.World.Entry;
import vn.gocua.engine.live.model.World.Phone;

/** Everything that may happen next in a world. */
final class Steps {
  private static final int ENGINES = 2;

  private final Rules rules;

  Steps(Rules rules) {
    this.rules = rules;
  }

  /** What happens, and the world after it. */
  record Step(String name, World after) {}

  List<Step> from(World world) {
    List<Step> steps = new ArrayList<>();
    for (int event = 0; event < world.phones().size(); event++) {
      phone(world, event, steps);
    }
    world.applies().stream().distinct().forEach(apply -> apply(world, apply, steps));
    for (int stream = 0; stream < World.STREAMS; stream++) {
      finishLoad(world, stream, steps);
      lose(world, stream, steps);
      foldOutside(world, stream, steps);
    }
    crash(world, steps);
    sweep(world, steps);
    return steps;
  }

  private void phone(World world, int event, List<Step> steps) {
    switch (world.phones().get(event)) {
      case SENDING -> {
        for (int engine = 0; engine < ENGINES; engine++) {
          // A first try is repaired to stream 0; a repeated one may be repaired to either.
          for (int stream = 0;
              stream < (world.journal().get(event) < 0 ? 1 : World.STREAMS);
              stream++) {
            steps.add(append(world, event, stream, engine));
          }
        }
        if (!rules.answerAfterAppend()) {
          steps.add(new Step("answer " + event + " early", world.phone(event, Phone.ANSWERED)));
        }
      }
      case WAITING -> {
        steps.add(new Step("answer " + event, world.phone(event, Phone.ANSWERED)));
        if (world.faults() > 0) {
          steps.add(
              new Step("answer " + event + " lost", world.fault().phone(event, Phone.SENDING)));
        }
      }
      case ANSWERED -> {}
    }
  }

  private Step append(World world, int event, int stream, int engine) {
    int stored = world.journal().get(event);
    World appended = stored < 0 ? world.journaled(event, stream) : world;
    int applied = stored < 0 || !rules.storedStream() ? stream : stored;
    return new Step(
        "append " + event + " on engine " + engine,
        appended.with(new Apply(event, applied, engine)).phone(event, Phone.WAITING));
  }

  private void apply(World world, Apply apply, List<Step> steps) {
    int stream = apply.stream();
    Entry entry = world.entries().get(stream);
    boolean loading = !world.loads().get(stream).absent();
    if (rules.loadInPlace() && loading) {
      return;
    }
    if (!entry.absent()) {
      steps.add(
          new Step(
              "apply " + apply.event(),
              world.without(apply).entry(stream, entry.plus(apply.event(), rules.idSet()))));
    } else if (!loading) {
      steps.add(new Step("begin load of " + stream, world.load(stream, world.fold(stream))));
    }
  }

  private static void finishLoad(World world, int stream, List<Step> steps) {
    Entry folded = world.loads().get(stream);
    if (!folded.absent()) {
      steps.add(
          new Step(
              "end load of " + stream, world.load(stream, Entry.none()).entry(stream, folded)));
    }
  }

  /** What the protocol forbids: folding beside a living entry, to set it when ready. */
  private void foldOutside(World world, int stream, List<Step> steps) {
    if (!rules.loadInPlace() && world.faults() > 0 && world.loads().get(stream).absent()) {
      World after = world.fault().load(stream, world.fold(stream));
      steps.add(new Step("fold " + stream + " outside", after));
    }
  }

  /** Memory is lost: an eviction, a partition gone, the smaller side of a split. */
  private static void lose(World world, int stream, List<Step> steps) {
    if (world.faults() > 0 && !world.entries().get(stream).absent()) {
      steps.add(new Step("lose " + stream, world.fault().entry(stream, Entry.none())));
    }
  }

  /** An engine dies with what it had under way; phones that waited for it send again. */
  private void crash(World world, List<Step> steps) {
    for (int engine = 0; world.faults() > 0 && engine < ENGINES; engine++) {
      World after = world.crashed(engine);
      for (int event = 0; event < world.phones().size(); event++) {
        if (world.phones().get(event) == Phone.WAITING) {
          after = after.phone(event, Phone.SENDING);
        }
      }
      steps.add(
          new Step("crash of engine " + engine, rules.sweepAfterCrash() ? after : after.swept()));
    }
  }

  /**
   * After the applies that were under way, whatever lacks something of its journal is thrown away.
   * The comparison runs where the entry lives, so that it too waits for a load: without that, a
   * fold begun before the crash could still bring an entry behind its journal after the sweep.
   */
  private static void sweep(World world, List<Step> steps) {
    boolean loading = world.loads().stream().anyMatch(load -> !load.absent());
    if (!world.sweepDue() || !world.applies().isEmpty() || loading) {
      return;
    }
    World after = world.swept();
    for (int stream = 0; stream < World.STREAMS; stream++) {
      Entry entry = world.entries().get(stream);
      if (!entry.absent() && !entry.equals(world.fold(stream))) {
        after = after.entry(stream, Entry.none());
      }
    }
    steps.add(new Step("sweep", after));
  }
}
