package vn.gocua.engine.transfer;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.transfer.TransferFailed.Reason;
import vn.gocua.engine.transfer.archive.RecordSource;

/** Moves a journal to a store of another kind or in another place; the old one stays as it is. */
@Command(
    name = "move",
    mixinStandardHelpOptions = true,
    description = {
      "Copies a whole journal to another store, and proves the copy. The source stays as it is.",
      "No engine may be at work in either. Cut short, run it again: it goes on."
    })
public final class MoveCommand extends TransferCommand {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "STORE",
      description = "sqlite:PATH or mongodb://… ; @FILE reads it from a file")
  private String from = "";

  @Option(names = "--to", required = true, paramLabel = "STORE", description = "likewise")
  private String to = "";

  @Override
  void run(Stores stores) throws IOException {
    Location source = Location.parse(from);
    Location target = Location.parse(to);
    if (source.equals(target)) {
      throw new TransferFailed(Reason.USAGE, "move.same");
    }
    Stores.refuseMissing(source);
    for (Location location : new Location[] {source, target}) {
      stores.keepEnginesOut(location);
      if (location instanceof Location.Mongo) {
        say("store.unchecked", location.display());
      }
    }
    RecordSource<Event> events = stores.source(source);
    if (events.size() == 0) {
      throw new TransferFailed(Reason.USAGE, "source.empty", source.display());
    }
    say("move.begin", source.display(), target.display(), events.size());
    Transfer transfer =
        new Transfer(
            events, stores.vault(source), DocumentFiles.in(stores.documents(source)), progress());
    long before = transfer.to(target, stores);
    if (before > 0) {
      say("copy.resumed", before);
    }
    say(
        "move.done",
        transfer.events().count(),
        transfer.events().hash(),
        source.display(),
        target.display());
    sayKey(transfer);
  }
}
