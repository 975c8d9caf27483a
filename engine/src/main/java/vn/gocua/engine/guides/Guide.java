package vn.gocua.engine.guides;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.content.GuideInfo.Step;

/**
 * A step-by-step guide, checked and rendered.
 *
 * @param slug names it in addresses
 * @param order its place in the list
 * @param lastChecked when somebody last compared it with the official sources; null: nobody has yet
 * @param sources who decides, in words, with addresses as text
 * @param picture an SVG that is safe to stand within a page
 */
public record Guide(
    String slug,
    int order,
    String title,
    String summary,
    @Nullable LocalDate lastChecked,
    List<String> sources,
    List<Step> steps,
    @Nullable String picture) {}
