package vn.gocua.base.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.MissingResourceException;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {
  private static final String FIGURES =
      """
      number.group=.
      number.decimal=,
      date=dd/MM/yyyy
      time=HH:mm
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeTwoLanguages() throws IOException {
    write("vi/language", "name=Tiếng Việt\nintl=vi-VN\nplural=none\n" + FIGURES);
    write(
        "vi/wall",
        """
        title=Bảng tin
        late=Trễ {0} phút, {1}
        seats={0} chỗ
        never=Chưa {2}
        """);
    write(
        "xx/language",
        """
        name=Lingua
        intl=la
        plural=one-other
        number.group=_
        number.decimal=!
        date=yyyy.MM.dd
        time=HH.mm
        """);
    write(
        "xx/wall",
        """
        title=It's «{0}»
        seats={0} seats
        seats.one={0} seat
        """);
  }

  @Test
  void shouldFillInWhatAPlaceIsFor() throws IOException {
    Texts texts = texts("vi");
    assertThat(texts.get("title")).isEqualTo("Bảng tin");
    assertThat(texts.get("late", 1_234, "$1 \\ {0}")).isEqualTo("Trễ 1.234 phút, $1 \\ {0}");
    assertThat(texts.get("late", 1.5, null)).isEqualTo("Trễ 1,5 phút, null");
    assertThat(texts.get("never", 1, 2)).isEqualTo("Chưa {2}");
    assertThat(texts("xx").get("title", 12_345)).isEqualTo("It's «12_345»");
  }

  @Test
  void shouldSpeakVietnameseWhereALanguageIsSilent() throws IOException {
    assertThat(texts("xx").get("late", 1_234, "x")).isEqualTo("Trễ 1.234 phút, x");
    assertThat(texts("xx").own()).containsOnlyKeys("title", "seats", "seats.one");
  }

  @Test
  void shouldHaveAFormForOneWhereTheLanguageHas() throws IOException {
    assertThat(texts("xx").get("seats", 1)).isEqualTo("1 seat");
    assertThat(texts("xx").get("seats", "1")).isEqualTo("1 seat");
    assertThat(texts("xx").get("seats", 11)).isEqualTo("11 seats");
    assertThat(texts("vi").get("seats", 1)).isEqualTo("1 chỗ");
  }

  @Test
  void shouldTellAMistakeInTheProgram() throws IOException {
    Texts texts = texts("xx");
    assertThat(texts.find("absent")).isNull();
    assertThat(texts.ofCode("kind", "unheard-of")).isEqualTo("unheard-of");
    assertThatThrownBy(() -> texts.get("absent"))
        .isInstanceOf(MissingResourceException.class)
        .hasMessageContaining("absent");
    assertThatThrownBy(() -> texts("vi", "no-such-surface"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldFindLanguagesInFoldersAndInJars() throws IOException {
    Path jar = folder.resolve("more.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : new String[] {"text/", "text/aa/"}) {
        out.putNextEntry(new JarEntry(name));
      }
      out.putNextEntry(new JarEntry("text/aa/language.properties"));
      out.write(Files.readAllBytes(folder.resolve("text/xx/language.properties")));
    }
    Files.createDirectories(folder.resolve("text/no-language"));
    try (URLClassLoader loader = loader(folder.toUri().toURL(), jar.toUri().toURL())) {
      assertThat(new Library(loader).languages())
          .extracting(Language::tag)
          .containsExactly("vi", "aa", "xx");
    }
  }

  @Test
  void shouldRefuseALanguageThatDoesNotSayHowItWritesNumbers() throws IOException {
    write("xx/language", "name=Lingua\nintl=la\nplural=one-other\n");
    assertThatThrownBy(() -> texts("xx")).hasMessageContaining("number.group");
    write("xx/language", "name=Lingua\nintl=la_LA\nplural=none\n");
    assertThatThrownBy(() -> texts("xx")).hasMessageContaining("la_LA");
    write("xx/language", "name=Lingua\nintl=la\nplural=many\n");
    assertThatThrownBy(() -> texts("xx")).hasMessageContaining("plural");
  }

  private Texts texts(String tag) throws IOException {
    return texts(tag, "wall");
  }

  private Texts texts(String tag, String surface) throws IOException {
    try (URLClassLoader loader = loader(folder.toUri().toURL())) {
      Library library = new Library(loader);
      Language language =
          library.languages().stream().filter(l -> l.tag().equals(tag)).findFirst().orElseThrow();
      return library.texts(surface, language);
    }
  }

  private static URLClassLoader loader(URL... places) {
    return new URLClassLoader(places, null);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("text/" + name + ".properties");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
