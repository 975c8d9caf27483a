package vn.gocua.kiosk.resident.shell;

import java.util.Locale;

/** The six tiles of the first page, in order. */
public enum HomeTile {
  HELP,
  TEAM,
  GUIDES,
  CLASSES,
  TICKET,
  BOARD;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
