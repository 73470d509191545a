package io.cqlai.parquet.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ForkedJvmTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Does what its first argument says. */
  static final class Subject {
    public static void main(String[] arguments) throws Exception {
      switch (arguments[0]) {
        case "tell" ->
            System.out.println(
                Runtime.getRuntime().maxMemory() / (1024 * 1024)
                    + " "
                    + System.getProperty("told")
                    + " "
                    + arguments[1]);
        case "fail" -> throw new IllegalStateException("on purpose");
        case "fill" -> {
          List<byte[]> kept = new ArrayList<>();
          while (true) {
            kept.add(new byte[1024 * 1024]);
          }
        }
        case "stay" -> {
          System.out.println("staying");
          Thread.currentThread().join();
        }
        case "fork" -> {
          ChildProcess child = ForkedJvm.of(Subject.class).arguments("stay").start();
          child.awaitOutput(Pattern.compile("staying"), MINUTE);
          System.out.println("child " + child.pid() + ".");
          Thread.currentThread().join();
        }
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    }
  }

  @Test
  void passesHeapOptionsAndArguments() {
    ProcessResult result =
        ForkedJvm.of(Subject.class)
            .heap("64m")
            .options("-Dtold=yes", "-XX:+UseSerialGC")
            .arguments("tell", 5)
            .run(MINUTE)
            .requireSuccess();
    assertThat(result.output()).matches("6[0-4] yes 5\\R");
  }

  @Test
  void tellsAFailureWithItsOutput() {
    ProcessResult result = ForkedJvm.of(Subject.class).arguments("fail").run(MINUTE);
    assertThat(result.exitStatus()).isEqualTo(1);
    assertThatThrownBy(result::requireSuccess)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("status 1")
        .hasMessageContaining("IllegalStateException: on purpose");
  }

  @Test
  void endsWhenItsHeapIsFull() {
    ProcessResult result = ForkedJvm.of(Subject.class).heap("32m").arguments("fill").run(MINUTE);
    assertThat(result.exitStatus()).isEqualTo(3);
    assertThat(result.output()).contains("OutOfMemoryError");
  }

  @Test
  void killsWhatTakesTooLong() {
    try (ChildProcess child = ForkedJvm.of(Subject.class).arguments("stay").start()) {
      child.awaitOutput(Pattern.compile("staying"), MINUTE);
      ProcessHandle process = ProcessHandle.of(child.pid()).orElseThrow();
      assertThatThrownBy(() -> child.await(Duration.ofMillis(1)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("was still running after")
          .hasMessageContaining("staying");
      assertThat(process.isAlive()).isFalse();
    }
  }

  @Test
  void failsAtOnceWhenTheProcessEndsWithoutTheAwaitedOutput() {
    try (ChildProcess child = ForkedJvm.of(Subject.class).arguments("fail").start()) {
      assertThatThrownBy(() -> child.awaitOutput(Pattern.compile("staying"), MINUTE))
          .hasMessageContaining("ended with status 1 without printing staying");
    }
  }

  @Test
  void endsWithItsParent() throws Exception {
    try (ChildProcess parent = ForkedJvm.of(Subject.class).arguments("fork").start()) {
      long pid =
          Long.parseLong(parent.awaitOutput(Pattern.compile("child (\\d+)\\."), MINUTE).group(1));
      ProcessHandle grandchild = ProcessHandle.of(pid).orElseThrow();
      parent.kill();
      grandchild.onExit().get(20, TimeUnit.SECONDS);
    }
  }
}
