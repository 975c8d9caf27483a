package vn.gocua.engine.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.http.json.Brief;

/** Texts for people, by code; Vietnamese unless the asker prefers English. A language is a file. */
public final class Messages {
  private static final String BUNDLE = "messages.engine";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final Messages VIETNAMESE = new Messages(Locale.of("vi"));
  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Messages(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
  }

  /** For pages whose content is Vietnamese, whoever reads them. */
  public static Messages vietnamese() {
    return VIETNAMESE;
  }

  public static Messages forRequest(RoutingContext ctx) {
    for (LanguageHeader language : ctx.acceptableLanguages()) {
      switch (language.tag()) {
        case "vi" -> {
          return VIETNAMESE;
        }
        case "en" -> {
          return ENGLISH;
        }
        default -> {}
      }
    }
    return VIETNAMESE;
  }

  /** As for the routes, but without their fine weighing of languages. */
  static Messages forRequest(HttpServerRequest request) {
    return accepting(request.getHeader("accept-language"));
  }

  /** By a header, and no finer. */
  static Messages accepting(@Nullable String accepted) {
    boolean english =
        accepted != null && accepted.strip().toLowerCase(Locale.ROOT).startsWith("en");
    return english ? ENGLISH : VIETNAMESE;
  }

  public Locale locale() {
    return locale;
  }

  /**
   * The text of a key; of what somebody sent, and of any argument, it shows a brief part.
   *
   * @param arguments texts, numbers, and lists of these
   */
  public String text(String key, List<?> arguments) {
    String text = optional(key, arguments);
    return text == null ? key : text;
  }

  /** As {@link #text}; null if there is no text of that key. */
  public @Nullable String optional(String key, List<?> arguments) {
    return bundle.containsKey(key)
        ? new MessageFormat(bundle.getString(key), locale)
            .format(arguments.stream().map(Messages::brief).toArray())
        : null;
  }

  private static String brief(Object argument) {
    return argument instanceof Collection<?> list ? Brief.list(list) : Brief.text(argument);
  }
}
