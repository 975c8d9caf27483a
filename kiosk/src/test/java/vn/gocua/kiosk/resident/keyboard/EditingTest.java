package vn.gocua.kiosk.resident.keyboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.gocua.kiosk.resident.keyboard.TextInput.Capitals;

/**
 * Editing never changes the rest of a word: tried at the end of every syllable that Vietnamese can
 * write, in both spellings, small and large.
 */
@Tag("slow")
class EditingTest {
  private static final String ONSETS =
      " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";
  private static final String RIMES =
      """
      a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
      e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh
      ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo
      oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc
      uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu
      ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
      """;
  private static final String MARKS = "\u0300\u0301\u0303\u0309\u0323";
  private static final String KEYS = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz";

  /** One way of writing a syllable: its letters, then its tone so often. */
  private record Way(String letters, Tone tone, int presses, Capitals capitals) {
    TextInput written() {
      TextInput typing = new TextInput(capitals, 60);
      letters.chars().forEach(letter -> typing.type((char) letter));
      for (int i = 0; i < presses; i++) {
        typing.tone(tone);
      }
      return typing;
    }
  }

  /** Every syllable without a tone, with each, and with each in the other spelling. */
  private static List<Way> everySyllable() {
    List<Way> ways = new ArrayList<>();
    for (String onset : ONSETS.split(" ", -1)) {
      for (String rime : RIMES.strip().split("\\s+", -1)) {
        String letters = onset + rime;
        for (Capitals capitals : List.of(Capitals.NEVER, Capitals.WORDS)) {
          ways.add(new Way(letters, Tone.SAC, 0, capitals));
          for (Tone tone : Tone.values()) {
            ways.add(new Way(letters, tone, 1, capitals));
            if (Syllable.isWrittenBothWays(letters)) {
              ways.add(new Way(letters, tone, 2, capitals));
            }
          }
        }
      }
    }
    return ways;
  }

  @Test
  void shouldLeaveTheWordAsItWasWhenWhatFollowsIsTakenAway() {
    for (Way way : everySyllable()) {
      TextInput typing = way.written();
      String word = typing.text();
      for (char key : new char[] {' ', ',', '/', '7'}) {
        typing.type(key);
        assertThat(typing.text()).isEqualTo(word + key);
        typing.backspace();
        assertThat(typing.text()).as("«%s», «%s», backspace", word, key).isEqualTo(word);
      }
    }
  }

  @Test
  void shouldTakeOneLetterOrItsToneAndNothingElse() {
    for (Way way : everySyllable()) {
      TextInput typing = way.written();
      while (!typing.text().isEmpty()) {
        String word = typing.text();
        String last = word.substring(word.length() - 1);
        String kept = word.substring(0, word.length() - 1);
        typing.backspace();
        assertThat(typing.text())
            .as("«%s», backspace", word)
            .isEqualTo(Syllable.tone(last) == null ? kept : kept + Syllable.plain(last));
      }
    }
  }

  /** Every syllable without a tone and with one, each tone in its turn. */
  @Test
  void shouldAddOneLetterAndLoseNoTone() {
    List<Tone> tones = List.of(Tone.values());
    List<Way> small = new ArrayList<>();
    for (Way way : everySyllable()) {
      Tone turn = tones.get(Math.floorMod(way.letters().hashCode(), tones.size()));
      if (way.capitals() == Capitals.NEVER && (way.presses() == 0 || way.tone() == turn)) {
        small.add(way);
      }
    }
    addOneLetter(small);
  }

  @Test
  @Tag("all")
  void shouldAddOneLetterAndLoseNoToneWhicheverItIs() {
    addOneLetter(everySyllable());
  }

  private static void addOneLetter(List<Way> ways) {
    for (Way way : ways) {
      String word = way.written().text();
      String plain = Syllable.plain(word);
      long marks = marks(word);
      for (int i = 0; i < KEYS.length(); i++) {
        char key = KEYS.charAt(i);
        TextInput typing = way.written();
        typing.type(key);
        String more = typing.text();
        if (!Syllable.plain(more).equals(plain + key) || marks(more) != marks) {
          fail("«%s», «%s»: «%s»", word, key, more);
        }
      }
    }
  }

  @Test
  void shouldLeaveAWordAsItWasWhateverIsWrittenAfterIt() {
    for (Way way : everySyllable()) {
      TextInput typing = way.written();
      String word = typing.text();
      " hoa".chars().forEach(letter -> typing.type((char) letter));
      typing.tone(Tone.HUYEN);
      typing.tone(Tone.HUYEN);
      assertThat(typing.text()).startsWith(word + " ").endsWith("oà");
      for (int i = 0; i < " hoa".length() + 1; i++) {
        typing.backspace();
      }
      assertThat(typing.text()).isEqualTo(word);
    }
  }

  @Test
  void shouldTakeTheToneOffFromEitherSpellingAfterASpaceWasTakenBack() {
    TextInput typing = new TextInput(Capitals.WORDS, 60);
    "hoa".chars().forEach(letter -> typing.type((char) letter));
    typing.tone(Tone.HUYEN);
    typing.tone(Tone.HUYEN);
    typing.type(' ');
    typing.backspace();
    assertThat(typing.text()).isEqualTo("Hoà");
    typing.tone(Tone.HUYEN);
    assertThat(typing.text()).isEqualTo("Hoa");
  }

  private static long marks(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .chars()
        .filter(c -> MARKS.indexOf(c) >= 0)
        .count();
  }
}
