package vn.gocua.system.chaos.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.system.chaos.check.History.Row;
import vn.gocua.system.chaos.check.History.Seen;

/**
 * A history on disk: the clients' log, the journal's rows and what each node counts, a line of JSON
 * each.
 */
public final class HistoryFolder {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path folder;

  public HistoryFolder(Path folder) {
    this.folder = folder;
  }

  /** Where the clients write, while they run. */
  public Path clients() {
    return folder.resolve("clients.jsonl");
  }

  private Path journal() {
    return folder.resolve("journal.jsonl");
  }

  private Path nodes() {
    return folder.resolve("nodes.jsonl");
  }

  /** Adds what the cluster has. */
  public void write(List<Row> journal, List<Seen> nodes) throws IOException {
    Files.write(journal(), journal.stream().map(JSON::writeValueAsString).toList());
    Files.write(nodes(), nodes.stream().map(JSON::writeValueAsString).toList());
  }

  /** Reads all of it. */
  public History read() throws IOException {
    ClientLog log = new ClientLog();
    try (var lines = Files.lines(clients())) {
      lines.map(ClientFact::of).forEach(log::take);
    }
    return log.history(read(journal(), Row.class), read(nodes(), Seen.class));
  }

  private static <T> List<T> read(Path file, Class<T> type) throws IOException {
    List<T> read = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      read.add(JSON.readValue(line, type));
    }
    return read;
  }
}
