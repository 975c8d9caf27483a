package vn.gocua.system.bench;

import java.util.List;

/** Something that can be measured by itself. */
interface Measurement {
  List<Figure> run() throws Exception;
}
