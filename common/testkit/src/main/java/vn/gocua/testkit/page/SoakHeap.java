package vn.gocua.testkit.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Heap of a Java process after a full collection, and its visitors' objects.
 *
 * @param bytes of all live objects
 * @param sessions browsers in the server's memory
 * @param pages in the server's memory; several for a browser that has reloaded
 * @param shells pages with the kiosk in them
 */
public record SoakHeap(long bytes, int sessions, int pages, int shells) {
  private static final double MEBIBYTE = 1 << 20;

  /** Measures twice: the first collection only queues some references. */
  public static SoakHeap of(long process) throws IOException, InterruptedException {
    String first = histogram(process);
    String second = histogram(process);
    return bytes(first) < bytes(second) ? read(first) : read(second);
  }

  private static SoakHeap read(String histogram) {
    return new SoakHeap(
        bytes(histogram),
        count(histogram, "com.vaadin.flow.server.VaadinSession"),
        count(histogram, "com.vaadin.flow.component.UI"),
        count(histogram, "vn.gocua.kiosk.resident.shell.Shell"));
  }

  private static String histogram(long process) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(process),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IOException(output);
    }
    return output;
  }

  private static long bytes(String histogram) {
    Matcher total = Pattern.compile("(?m)^Total +[0-9]+ +([0-9]+)").matcher(histogram);
    if (!total.find()) {
      throw new IllegalArgumentException(histogram);
    }
    return Long.parseLong(total.group(1));
  }

  private static int count(String histogram, String type) {
    Matcher row =
        Pattern.compile("(?m)^ *[0-9]+: +([0-9]+) +[0-9]+ +" + Pattern.quote(type) + "( |$)")
            .matcher(histogram);
    return row.find() ? Integer.parseInt(row.group(1)) : 0;
  }

  public double mebibytes() {
    return bytes / MEBIBYTE;
  }

  /** A row of the table. */
  public String row(String when) {
    return String.format(
        Locale.ROOT,
        "| %-32s | %8.1f | %8d | %5d | %6d |",
        when,
        mebibytes(),
        sessions,
        pages,
        shells);
  }

  public static String head() {
    return """
    | After                            | MiB      | Sessions | Pages | Kiosks |
    | -------------------------------- | -------- | -------- | ----- | ------ |\
    """;
  }
}
