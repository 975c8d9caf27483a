package vn.gocua.engine.advisories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parts of a program, from the CycloneDX document in its jar. */
public final class BillOfMaterials {
  private static final String BOM = "META-INF/sbom/bom.json";

  /** Parts of Vaadin's ready-made bundle of web components. */
  private static final String BUNDLE = "META-INF/VAADIN/config/stats.json";

  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private BillOfMaterials() {}

  /**
   * Reads a jar's, or a document itself.
   *
   * @throws IOException if there is none that can be read
   */
  public static Set<Part> read(Path file) throws IOException {
    Set<Part> parts = new TreeSet<>();
    try {
      if (!file.toString().endsWith(".jar")) {
        addDocument(Files.readAllBytes(file), parts);
        return parts;
      }
      try (ZipFile jar = new ZipFile(file.toFile())) {
        byte[] document = entry(jar, BOM);
        if (document == null) {
          throw new IOException(file + ": no " + BOM);
        }
        addDocument(document, parts);
        byte[] bundle = entry(jar, BUNDLE);
        if (bundle != null) {
          JsonMapper.shared()
              .readTree(bundle)
              .path("npmModules")
              .properties()
              .forEach(
                  module -> parts.add(Part.npm(module.getKey(), module.getValue().asString(""))));
        }
      }
      return parts;
    } catch (JacksonException e) {
      throw new IOException(file + ": " + e.getOriginalMessage(), e);
    }
  }

  private static void addDocument(byte[] document, Set<Part> parts) throws IOException {
    JsonNode bom = JsonMapper.shared().readTree(document);
    if (!bom.path("bomFormat").asString("").equals("CycloneDX")) {
      throw new IOException("not a CycloneDX document");
    }
    for (JsonNode component : bom.path("components")) {
      Part.of(component.path("purl").asString("")).ifPresent(parts::add);
    }
  }

  private static byte @Nullable [] entry(ZipFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    return entry == null ? null : jar.getInputStream(entry).readNBytes(MOST_BYTES);
  }
}
