package vn.gocua.kiosk.web;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/**
 * Vaadin's own messages when a page can't go on. After an expired session the page reloads without
 * one.
 */
final class SystemTexts {
  private SystemTexts() {}

  static SystemMessages in(Language language) {
    Texts texts = Texts.of("kiosk", language);
    CustomizedSystemMessages messages = new CustomizedSystemMessages();
    messages.setSessionExpiredNotificationEnabled(false);
    messages.setInternalErrorCaption(texts.get("error.internal.title"));
    messages.setInternalErrorMessage(texts.get("error.internal.text"));
    messages.setCookiesDisabledCaption(texts.get("error.cookies.title"));
    messages.setCookiesDisabledMessage(texts.get("error.cookies.text"));
    return messages;
  }
}
