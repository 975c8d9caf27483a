package vn.gocua.kiosk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.gocua.base.file.Folders;

/**
 * Hands one thing to all test classes that ask for it: the first starts it, and it ends last. It is
 * the session's, since where several JVMs share the classes each class is a request of its own.
 */
public abstract class Shared<T extends AutoCloseable> implements ParameterResolver {
  private final Class<T> type;
  private final Supplier<T> start;

  protected Shared(Class<T> type, Supplier<T> start) {
    this.type = type;
    this.start = start;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == type;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(type))
        .computeIfAbsent(type, _ -> start.get(), type);
  }

  /** A folder for what it writes; to be {@linkplain Folders#delete deleted} in the end. */
  public static Path folder(String name) {
    try {
      return Files.createTempDirectory(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
