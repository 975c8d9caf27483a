package vn.gocua.system.chaos;

import java.time.Duration;
import java.util.List;

/**
 * How a scenario ended.
 *
 * @param checkIns in the journal at its end
 * @param blocked the longest time that a phone could not write
 * @param stale the longest time that something acknowledged was not seen by a viewer
 * @param retries requests whose fate was unknown
 * @param comeBack requests that were told to come back later
 * @param agreed from the last answer until every node counted the same
 * @param memory the most that any engine took, in bytes, at the end of the trouble
 * @param violations what was broken; none if all was kept
 */
public record Result(
    Scenario scenario,
    Duration took,
    long checkIns,
    Duration blocked,
    Duration stale,
    long retries,
    long comeBack,
    Duration agreed,
    long memory,
    List<String> violations) {}
