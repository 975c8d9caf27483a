package vn.gocua.engine.http;

import io.vertx.ext.web.RoutingContext;
import vn.gocua.base.text.Language;

/** Chooses the language of an answer by the request's headers. */
public final class AcceptedLanguage {
  private AcceptedLanguage() {}

  /** By the request's Accept-Language; Vietnamese where that names none of ours. */
  public static Language of(RoutingContext ctx) {
    return Language.accepted(ctx.request().getHeader("accept-language"));
  }
}
