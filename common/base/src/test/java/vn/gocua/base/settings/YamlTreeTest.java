package vn.gocua.base.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTreeTest {
  @TempDir private Path folder;

  @Test
  void shouldReadWhatItWroteWithoutAliases() throws IOException {
    Path file = folder.resolve("teams.yaml");
    List<String> hamlets = List.of("TDP1", "TDP2");
    Map<String, Object> tree = Map.of("a", hamlets, "b", hamlets, "n", 3);
    YamlTree.write(file, tree);
    assertThat(Files.readString(file)).doesNotContain("&", "*");
    assertThat(YamlTree.read(file)).isEqualTo(tree);
  }

  @Test
  void shouldReadNoMappingAsAnEmptyOne() throws IOException {
    assertThat(YamlTree.read(Files.writeString(folder.resolve("list.yaml"), "- a\n"))).isEmpty();
  }

  @Test
  void shouldNameTheFileThatIsNotYaml() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.yaml"), "a: [\n");
    assertThatThrownBy(() -> YamlTree.read(file))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining("broken.yaml");
  }
}
