package vn.gocua.engine.guides;

import java.time.LocalDate;
import java.util.List;
import vn.gocua.base.text.Html;
import vn.gocua.base.text.Texts;
import vn.gocua.protocol.content.GuideInfo.Step;

/** A guide as a small page for phones, without any script. */
final class GuidePage {
  private final Texts texts;

  GuidePage(Texts texts) {
    this.texts = texts;
  }

  String of(Guide guide, String campaign) {
    StringBuilder page = new StringBuilder(8192);
    begin(page, guide.title(), guide.summary());
    tag(page, "p", "over", word("over"));
    tag(page, "h1", "", Html.escaped(guide.title()));
    tag(page, "p", "summary", Html.escaped(guide.summary()));
    tag(page, "p", "mark", mark(guide));
    page.append("</header>\n<main>\n");
    if (guide.picture() != null) {
      page.append("<div class=\"picture\" aria-hidden=\"true\">")
          .append(guide.picture())
          .append("</div>\n");
    }
    contents(page, guide.steps());
    int n = 0;
    for (Step step : guide.steps()) {
      n++;
      page.append("<section id=\"b").append(n).append("\">\n<h2><span>");
      page.append(word("step", String.valueOf(n))).append("</span> ");
      page.append(Html.escaped(step.title())).append("</h2>\n").append(step.html());
      page.append("\n</section>\n");
    }
    page.append("</main>\n<footer>\n");
    tag(page, "p", "", word(guide.lastChecked() == null ? "unchecked" : "checked"));
    tag(page, "p", "", word("sources"));
    page.append("<ul>\n");
    guide.sources().forEach(source -> tag(page, "li", "", Html.escaped(source)));
    page.append("</ul>\n");
    tag(page, "p", "", Html.escaped(campaign));
    return page.append("</footer>\n</body>\n</html>\n").toString();
  }

  /** The page for a name that no guide has: those that there are. */
  String missing(List<Guide> guides, String campaign) {
    StringBuilder page = new StringBuilder(2048);
    begin(page, texts.get("missing"), texts.get("missing.why"));
    tag(page, "p", "over", word("over"));
    tag(page, "h1", "", word("missing"));
    tag(page, "p", "summary", word("missing.why"));
    page.append("</header>\n<main>\n<nav aria-label=\"").append(word("missing.all"));
    page.append("\">\n<ol>\n");
    for (Guide guide : guides) {
      page.append("<li><a href=\"/g/").append(guide.slug()).append("\">");
      page.append(Html.escaped(guide.title())).append("</a></li>\n");
    }
    page.append("</ol>\n</nav>\n</main>\n<footer>\n");
    tag(page, "p", "", Html.escaped(campaign));
    return page.append("</footer>\n</body>\n</html>\n").toString();
  }

  private void begin(StringBuilder page, String title, String summary) {
    page.append("<!doctype html>\n<html lang=\"")
        .append(texts.language().tag())
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"robots\" content=\"noindex\">\n<title>")
        .append(Html.escaped(title))
        .append("</title>\n<meta name=\"description\" content=\"")
        .append(Html.escaped(summary))
        .append("\">\n<link rel=\"icon\" href=\"data:,\">\n")
        .append("<link rel=\"stylesheet\" href=\"/css/tokens.css\">\n")
        .append("<link rel=\"stylesheet\" href=\"/g/guide.css\">\n</head>\n<body>\n<header>\n");
  }

  private String mark(Guide guide) {
    LocalDate on = guide.lastChecked();
    if (on == null) {
      return word("mark.unchecked");
    }
    String date = texts.figures().date(on);
    String by = guide.checkedBy();
    return by == null ? word("mark.checked", date) : word("mark.checked-by", date, by);
  }

  private void contents(StringBuilder page, List<Step> steps) {
    page.append("<nav aria-label=\"").append(word("contents")).append("\">\n<ol>\n");
    int n = 0;
    for (Step step : steps) {
      n++;
      page.append("<li><a href=\"#b").append(n).append("\">");
      page.append(Html.escaped(step.title())).append("</a></li>\n");
    }
    page.append("</ol>\n</nav>\n");
  }

  private String word(String key, String... arguments) {
    return Html.escaped(texts.get(key, (Object[]) arguments));
  }

  private static void tag(StringBuilder page, String name, String style, String content) {
    page.append('<').append(name);
    if (!style.isEmpty()) {
      page.append(" class=\"").append(style).append('"');
    }
    page.append('>').append(content).append("</").append(name).append(">\n");
  }
}
