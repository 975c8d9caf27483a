package vn.gocua.engine.board;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One team's figures and rank.
 *
 * @param today check-ins today
 * @param lastAt when its latest check-in happened; null if it has none
 * @param target check-ins expected in the whole campaign
 * @param pace actual ÷ expected by now; null while nothing is expected yet
 * @param rank 1 for the team furthest ahead of its target; equal teams share a rank
 */
public record Standing(
    String team,
    long checkIns,
    long residents,
    long today,
    @Nullable OffsetDateTime lastAt,
    int target,
    @Nullable Double pace,
    int rank) {}
