package vn.gocua.base.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads and writes a YAML file whole, whatever it says: for copies that change a little. */
public final class YamlTree {
  /** Without aliases: parts of a tree may be shared, and readers accept few aliases. */
  private static final DumpSettings WHOLE =
      DumpSettings.builder().setDereferenceAliases(true).build();

  private YamlTree() {}

  /**
   * Reads the mapping at the top of a file; another is read as an empty one.
   *
   * @throws InvalidConfig if the file is not YAML
   */
  public static Map<?, ?> read(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      Object read =
          new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromString(text);
      return read instanceof Map<?, ?> map ? map : Map.of();
    } catch (YamlEngineException e) {
      throw new InvalidConfig(List.of(String.valueOf(e.getMessage())));
    }
  }

  /** Writes a file, in the place of the one that is there. */
  public static void write(Path file, Map<?, ?> tree) throws IOException {
    Files.writeString(file, new Dump(WHOLE).dumpToString(tree));
  }
}
