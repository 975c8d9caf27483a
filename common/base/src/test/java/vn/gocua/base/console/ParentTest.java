package vn.gocua.base.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentTest {
  /** A process that says what it was told besides its parent, and waits. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println(List.of(Parent.watch(arguments)));
      new CountDownLatch(1).await();
    }
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  @Test
  void shouldEndWhenTheParentIsGone() throws Exception {
    Process parent = start();
    Process child = start(Parent.OPTION, String.valueOf(parent.pid()), "more");
    try (var said = child.inputReader()) {
      assertThat(said.readLine()).isEqualTo("[more]");
      assertThat(child.isAlive()).isTrue();
      parent.destroyForcibly().waitFor();
      assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isOne();
    } finally {
      parent.destroyForcibly();
      child.destroyForcibly();
    }
  }

  @Test
  void shouldLeaveTheArgumentsWhereNoneIsNamed() {
    String[] arguments = {"check", Parent.OPTION, "1"};
    assertThat(Parent.watch(arguments)).isSameAs(arguments);
  }
}
