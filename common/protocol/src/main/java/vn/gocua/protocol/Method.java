package vn.gocua.protocol;

/** The HTTP methods that the engine answers. */
public enum Method {
  GET,
  POST,
  PUT,
  DELETE
}
