package vn.gocua.bench;

import java.util.List;

/** Something that can be measured by itself. */
interface Measurement {
  List<Figure> run() throws Exception;
}
