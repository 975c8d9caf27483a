package vn.gocua.protocol.help;

import java.util.List;

/** Codes of the requests of which personal data was erased. */
public record ErasureInfo(List<String> erased) {}
