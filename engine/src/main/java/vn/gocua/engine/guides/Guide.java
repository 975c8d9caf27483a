package vn.gocua.engine.guides;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.content.GuideInfo.Step;

/**
 * A step-by-step guide, checked and rendered.
 *
 * @param slug its name in addresses
 * @param order its place in the list
 * @param lastChecked date of the last comparison with the official sources; null: never
 * @param checkedBy whose comparison it was, by their office; null: not said
 * @param sources the official sources in words, with addresses as text
 * @param picture an SVG that is safe within a page
 */
public record Guide(
    String slug,
    int order,
    String title,
    String summary,
    @Nullable LocalDate lastChecked,
    @Nullable String checkedBy,
    List<String> sources,
    List<Step> steps,
    @Nullable String picture) {}
