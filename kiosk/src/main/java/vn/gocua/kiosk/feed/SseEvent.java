package vn.gocua.kiosk.feed;

/** One event of a stream of server-sent events; {@code id} is the last one seen, empty if none. */
record SseEvent(String name, String data, String id) {}
