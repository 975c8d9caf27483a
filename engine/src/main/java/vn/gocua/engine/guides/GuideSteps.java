package vn.gocua.engine.guides;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.protocol.content.GuideInfo.Step;

/** The steps in a guide's Markdown: paragraphs, lists and emphasis under {@code ## headings}. */
final class GuideSteps {
  private static final int MOST_STEPS = 20;

  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .omitSingleParagraphP(false)
          .build();
  private static final TextContentRenderer TEXT =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.COMPACT).build();

  private GuideSteps() {}

  /**
   * @param body the text, with as many lines before it as the file has
   */
  static List<Step> of(String name, String body, ConfigErrors errors) {
    Node document = PARSER.parse(body);
    document.accept(new Refusing(name, errors));
    List<Step> steps = new ArrayList<>();
    for (Node node = document.getFirstChild(); node != null; ) {
      Node next = node.getNext();
      if (!isStep(node)) {
        errors.add(name + ":" + line(node), "guide-outside");
        node = next;
        continue;
      }
      Document content = new Document();
      while (next != null && !isStep(next)) {
        Node after = next.getNext();
        content.appendChild(next);
        next = after;
      }
      if (content.getFirstChild() == null) {
        errors.add(name + ":" + line(node), "guide-empty-step");
      }
      steps.add(
          new Step(
              TEXT.render(node).strip(),
              HTML.render(content).strip(),
              TEXT.render(content).strip()));
      node = next;
    }
    if (steps.isEmpty()) {
      errors.add(name, "guide-no-step");
    }
    if (steps.size() > MOST_STEPS) {
      errors.add(name, "guide-many-steps", MOST_STEPS);
    }
    return List.copyOf(steps);
  }

  private static boolean isStep(Node node) {
    return node instanceof Heading heading && heading.getLevel() == 2;
  }

  private static int line(Node node) {
    return node.getSourceSpans().isEmpty()
        ? 1
        : node.getSourceSpans().getFirst().getLineIndex() + 1;
  }

  /** Reports Markdown that a public page does not show. */
  private static final class Refusing extends AbstractVisitor {
    private final String name;
    private final ConfigErrors errors;

    Refusing(String name, ConfigErrors errors) {
      this.name = name;
      this.errors = errors;
    }

    private void refuse(Node node, String key) {
      errors.add(name + ":" + line(node), key);
    }

    @Override
    public void visit(Heading heading) {
      if (heading.getLevel() != 2) {
        refuse(heading, "guide-heading");
      }
    }

    @Override
    public void visit(HtmlBlock html) {
      refuse(html, "guide-html");
    }

    @Override
    public void visit(HtmlInline html) {
      refuse(html, "guide-html");
    }

    @Override
    public void visit(Link link) {
      refuse(link, "guide-link");
    }

    @Override
    public void visit(Image image) {
      refuse(image, "guide-image");
    }

    @Override
    public void visit(FencedCodeBlock code) {
      refuse(code, "guide-code");
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      refuse(code, "guide-indent");
    }

    @Override
    public void visit(Code code) {
      refuse(code, "guide-code");
    }

    @Override
    public void visit(ThematicBreak line) {
      refuse(line, "guide-line");
    }

    @Override
    public void visit(BlockQuote quote) {
      visitChildren(quote);
    }
  }
}
