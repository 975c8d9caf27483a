package vn.gocua.engine.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.campaign.TeamInfo;
import vn.gocua.engine.campaign.Weekdays;
import vn.gocua.engine.table.CsvWriter;
import vn.gocua.engine.table.TableReader;
import vn.gocua.engine.table.TableWriter;
import vn.gocua.engine.table.UnreadableTable;
import vn.gocua.engine.table.XlsxWriter;

/** A roster that is exported and imported again changes nothing, whatever its names are. */
class RoundTripProperties {
  private static final String[] TRICKY = {
    "Vân La",
    "Vân Lả",
    "Thôn Vân La",
    "van la",
    "Thôn 1, Tự Nhiên",
    "A; B",
    "A",
    "B",
    "Tự Nhiên",
    "=Tổ 12",
    "－Tổ 13",
    "＝Tổ",
    "'=Tổ",
    "''+1",
    "'Tổ",
    "\"Tổ\"",
    "Tổ \"một\", hai",
    "Ｔổ ７",
    "#N/A",
    "#REF!",
    "TRUE",
    "06",
    "912000000",
    "8-11",
    "1E5",
    "sep=;",
    "Tổng cộng",
    "_x000D_",
    "_x005F_x0041_",
    "<b>&amp;",
    "Ðông Mỹ",
    "D\u2019Ran",
    "co-giao",
    "T01",
    "@SUM(A1)",
    "Mã tổ",
    "👩🏽‍🌾"
  };

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> any =
        Arbitraries.strings()
            .withChars(" ,;'\"=+-@_x0aAâÂđĐàả\u00A0\u202F\uFF1D\t\n")
            .withChars("()|<&%#.:/")
            .ofMinLength(1)
            .ofMaxLength(20);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, Arbitraries.of(TRICKY)), net.jqwik.api.Tuple.of(2, any));
  }

  @Provide
  Arbitrary<Edition> rosters() {
    Arbitrary<Set<String>> names =
        names().filter(n -> !FoldedText.kept(n).isEmpty()).set().ofMinSize(2).ofMaxSize(12);
    return Combinators.combine(names, names, Arbitraries.randoms()).as(RoundTripProperties::roster);
  }

  private static Edition roster(
      Set<String> hamletNames, Set<String> teamNames, java.util.Random random) {
    Map<String, CodedName> hamlets = new LinkedHashMap<>();
    int number = 0;
    for (String name : hamletNames) {
      String code = random.nextInt(4) == 0 ? "co-giao" : "h" + number++;
      hamlets.putIfAbsent(code, new CodedName(code, name));
    }
    List<String> codes = List.copyOf(hamlets.keySet());
    List<String> words = List.copyOf(hamletNames);
    Map<String, Team> teams = new LinkedHashMap<>();
    Set<String> there = new LinkedHashSet<>();
    for (String name : teamNames) {
      if (!there.add(FoldedText.kept(name).toLowerCase(java.util.Locale.ROOT))) {
        continue;
      }
      Set<String> served = new LinkedHashSet<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        served.add(codes.get(random.nextInt(codes.size())));
      }
      String code = "T" + teams.size();
      TeamInfo info = new TeamInfo(some(words, random), some(words, random), some(words, random));
      teams.put(code, new Team(code, name, 1 + random.nextInt(1000), List.copyOf(served), 0, info));
    }
    return edition(List.copyOf(hamlets.values()), List.copyOf(teams.values()));
  }

  private static @Nullable String some(List<String> words, java.util.Random random) {
    return random.nextBoolean() ? null : words.get(random.nextInt(words.size()));
  }

  private static Edition edition(List<CodedName> hamlets, List<Team> teams) {
    return new Edition(
        1,
        "Mẫu",
        "Mẫu",
        true,
        List.of(),
        List.of(),
        hamlets,
        teams,
        new Target(0, 0),
        Weekdays.EVEN,
        null);
  }

  private static byte[] written(Edition roster, boolean csv) throws IOException {
    Texts texts = Texts.of("tables");
    List<String> headings = RosterTable.headings(texts);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (TableWriter writer = csv ? new CsvWriter(file) : new XlsxWriter(file, "Tổ", headings)) {
      if (csv) {
        writer.row(headings);
      }
      for (List<? extends @Nullable Object> row : RosterTable.rows(roster)) {
        writer.row(row);
      }
    }
    return file.toByteArray();
  }

  private static void assertUnchanged(Edition roster) throws IOException, UnreadableTable {
    for (boolean csv : new boolean[] {true, false}) {
      ImportPreview preview =
          RosterImport.compare(roster, TableReader.sheets(written(roster, csv)));
      assertThat(preview.flaws()).as(csv ? "CSV" : "XLSX").isEmpty();
      assertThat(preview.newHamlets()).isEmpty();
      assertThat(preview.notes()).isEmpty();
      assertThat(preview.rows())
          .hasSameSizeAs(roster.teams())
          .allSatisfy(row -> assertThat(row.kind()).isEqualTo(ImportPreview.Kind.UNCHANGED));
    }
  }

  @Property(tries = 300)
  void shouldChangeNothing(@ForAll("rosters") Edition roster) throws Exception {
    assertUnchanged(roster);
  }

  @Example
  void shouldChangeNothingWithAllTheTrickyNamesAtOnce() throws Exception {
    List<CodedName> hamlets = new ArrayList<>();
    for (int i = 0; i < TRICKY.length; i++) {
      hamlets.add(new CodedName("h" + i, TRICKY[i]));
    }
    List<Team> teams = new ArrayList<>();
    for (int i = 0; i < TRICKY.length; i++) {
      String name = TRICKY[i];
      teams.add(
          new Team(
              "T" + i,
              name,
              5,
              List.of("h" + i, "h" + (i * 7 + 3) % TRICKY.length),
              0,
              new TeamInfo(name, name, name)));
    }
    assertUnchanged(edition(hamlets, teams));
  }

  /** Also into a roster that has the hamlets only: every team is read as it was written. */
  @Property(tries = 100)
  void shouldReadHamletsOfNewTeamsAsTheyWereWritten(@ForAll("rosters") Edition roster) {
    HamletNames names = new HamletNames(roster.hamlets());
    for (Team team : roster.teams()) {
      String cell = names.written(team.hamlets());
      ServedHamlets served = new ServedHamlets(roster.hamlets(), new ImportFindings());
      List<String> read = served.read(new ImportPreview.Place(null, 2, 3), cell);
      // By code where names are not clear; a code that is another hamlet's name cannot be.
      boolean codeIsName =
          roster.hamlets().stream()
              .anyMatch(h -> roster.hamlets().stream().anyMatch(o -> o.name().equals(h.code())));
      assertThat(codeIsName || read.equals(team.hamlets())).as(cell).isTrue();
    }
  }
}
