package vn.gocua.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.protocol.refusal.Reason;
import vn.gocua.system.house.House.Module;
import vn.gocua.system.house.JavaFile.Call;

/** Whoever is refused reads why, in every language. */
class ReasonTextsTest {
  private static final Pattern REFUSAL =
      Pattern.compile(
          "Refusal\\.(invalid|notSignedIn|forbidden|unknown|conflict|gone|tooLarge|unsupported"
              + "|tooMany|busy)|new (QrSeries\\.)?Unreadable");

  /** Calls whose last argument is a code. */
  private static final Pattern PASSED_ON =
      Pattern.compile("(\\w+\\.)?(insist|refuse)|Problems\\.answer");

  private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final Pattern ANNOTATION =
      Pattern.compile("@(?:Max|Beyond)\\([^)]*\\bcode = \"([^\"]+)\"");

  @Test
  void shouldSayEveryReasonInEveryLanguage() {
    Set<String> codes = new TreeSet<>(ofEnums());
    assertThat(codes).contains("already-claimed");
    codes.addAll(written());
    assertThat(codes)
        .contains("not-found", "phone-quota", "bad-address", "kiosk-only", "too-many-check-ins");
    for (Language language : Language.all()) {
      Set<String> unsaid = new TreeSet<>(codes);
      unsaid.removeAll(Texts.of("api", language).own().keySet());
      assertThat(unsaid).as("codes without a text in " + language.name()).isEmpty();
    }
  }

  private static Set<String> ofEnums() {
    Set<String> codes = new TreeSet<>();
    for (JavaClass each : new ClassFileImporter().importPackages("vn.gocua")) {
      if (each.isEnum() && each.isAssignableTo(Reason.class)) {
        for (Object reason : Objects.requireNonNull(each.reflect().getEnumConstants())) {
          codes.add(((Reason) reason).code());
        }
      }
    }
    return codes;
  }

  private static Set<String> written() {
    Set<String> codes = new TreeSet<>();
    for (Module module : House.modules()) {
      if (module.name().equals("engine") || module.name().equals("protocol")) {
        for (JavaFile file : JavaFile.parse(House.files(module.sources(), ".java"))) {
          file.calls().forEach(call -> codes.addAll(codes(call)));
          ANNOTATION
              .matcher(House.text(file.path()))
              .results()
              .forEach(match -> codes.add(match.group(1)));
        }
      }
    }
    return codes;
  }

  private static List<String> codes(Call call) {
    if (call.literals().isEmpty()) {
      return List.of();
    }
    if (REFUSAL.matcher(call.name()).matches()) {
      return call.literals().getFirst();
    }
    return PASSED_ON.matcher(call.name()).matches()
        ? call.literals().getLast().stream().filter(CODE.asMatchPredicate()).toList()
        : List.of();
  }
}
