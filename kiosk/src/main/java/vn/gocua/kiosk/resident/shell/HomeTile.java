package vn.gocua.kiosk.resident.shell;

import java.util.Locale;

/** The six things that people come for, in the order of the first page. */
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
