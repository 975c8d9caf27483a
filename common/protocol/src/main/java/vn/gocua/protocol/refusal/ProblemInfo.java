package vn.gocua.protocol.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused (RFC 9457).
 *
 * @param title in the asker's language
 * @param code stable, English, kebab-case
 * @param reference by which operators find an unexpected error in their log
 * @param team that was quicker
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemInfo(
    @Nullable String type,
    @Nullable String title,
    int status,
    @Nullable String code,
    @Nullable String detail,
    @Nullable String reference,
    @Nullable String team) {

  /** A problem with title and code only. */
  public ProblemInfo(@Nullable String title, @Nullable String code) {
    this(null, title, 0, code, null, null, null);
  }
}
