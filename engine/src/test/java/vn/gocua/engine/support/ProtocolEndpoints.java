package vn.gocua.engine.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.protocol.endpoint.Endpoint;

/** The endpoints of the protocol. A new class of them is found by its name. */
public final class ProtocolEndpoints {
  private ProtocolEndpoints() {}

  /** The endpoints of all classes called {@code *Endpoints}. */
  public static List<Endpoint<?, ?>> all() {
    List<Endpoint<?, ?>> endpoints = new ArrayList<>();
    for (JavaClass type : new ClassFileImporter().importPackages("vn.gocua.protocol")) {
      if (type.getSimpleName().endsWith("Endpoints")) {
        for (Field field : type.reflect().getFields()) {
          try {
            endpoints.add((Endpoint<?, ?>) field.get(null));
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
    assertThat(endpoints).isNotEmpty();
    return endpoints;
  }
}
