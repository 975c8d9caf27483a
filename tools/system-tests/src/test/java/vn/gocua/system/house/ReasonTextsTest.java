package vn.gocua.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.protocol.refusal.Reason;
import vn.gocua.system.house.House.Module;

/** Every reason for a refusal is named once, is given somewhere, and is said in every language. */
class ReasonTextsTest {
  /** In an address it is unknown; in a body it is no value, or contradicts what is there. */
  private static final Set<String> OF_TWO_KINDS = Set.of("unknown-check-in", "unknown-team");

  private static final List<Enum<?>> REASONS = reasons();

  @Test
  void shouldSayEveryReasonInEveryLanguage() {
    Set<String> codes = new TreeSet<>(REASONS.stream().map(ReasonTextsTest::code).toList());
    assertThat(codes).contains("already-claimed", "bad-address", "kiosk-only", "phone-quota");
    for (Language language : Language.all()) {
      Set<String> unsaid = new TreeSet<>(codes);
      unsaid.removeAll(Texts.of("api", language).own().keySet());
      assertThat(unsaid).as("codes without a text in " + language.name()).isEmpty();
    }
  }

  @Test
  void shouldNameEveryReasonOnce() {
    Set<String> once = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    for (Enum<?> reason : REASONS) {
      if (!once.add(code(reason))) {
        twice.add(code(reason));
      }
    }
    assertThat(twice).isEqualTo(OF_TWO_KINDS);
    assertThat(REASONS)
        .extracting(reason -> code(reason) + " " + ((Reason) reason).kind())
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldKeepNoReasonThatNobodyGives() {
    Set<String> given = new HashSet<>();
    for (Module module : House.modules()) {
      if (module.hasCode()) {
        JavaFile.parse(House.files(module.sources(), ".java"))
            .forEach(file -> given.addAll(file.selections()));
      }
    }
    assertThat(REASONS)
        .extracting(reason -> reason.getDeclaringClass().getSimpleName() + "." + reason.name())
        .isSubsetOf(given);
  }

  private static String code(Enum<?> reason) {
    return ((Reason) reason).code();
  }

  private static List<Enum<?>> reasons() {
    List<Enum<?>> reasons = new ArrayList<>();
    for (JavaClass each : new ClassFileImporter().importPackages("vn.gocua")) {
      if (each.isAssignableTo(Reason.class) && !each.isInterface()) {
        for (Object reason : Objects.requireNonNull(each.reflect().getEnumConstants())) {
          reasons.add((Enum<?>) reason);
        }
      }
    }
    return reasons;
  }
}
