package vn.gocua.engine.export;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The fact that a file was exported.
 *
 * @param file its name, such as {@code check-ins.csv}
 * @param by the account
 * @param from first day in it; null where the file has no days
 * @param team null for all
 */
public record ExportRecord(
    String file,
    String by,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String team,
    Instant at) {}
