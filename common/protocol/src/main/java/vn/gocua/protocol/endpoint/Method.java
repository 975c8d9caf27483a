package vn.gocua.protocol.endpoint;

/** The HTTP methods that the engine answers. */
public enum Method {
  GET,
  POST,
  PUT,
  DELETE
}
