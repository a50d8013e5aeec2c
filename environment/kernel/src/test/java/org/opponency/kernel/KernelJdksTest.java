package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What differs between JDKs, on each from 17 on that lies beside the one of the build. */
@Execution(ExecutionMode.CONCURRENT)
class KernelJdksTest {
  @TempDir Path folder;

  static Stream<Path> jdks() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> beside = Files.list(own.getParent())) {
      List<Path> all = beside.filter(Files::isDirectory).toList();
      return Stream.concat(Stream.of(own), all.stream().filter(KernelJdksTest::isFit))
          .map(KernelJdksTest::real)
          .distinct();
    }
  }

  /** On one kernel a JDK, because its start takes longest. */
  @ParameterizedTest
  @MethodSource("jdks")
  void worksOnEveryJdk(Path jdk) throws Exception {
    compile(
        "package probe; public interface Shape { int sides(); }",
        "package probe; public class Square implements Shape { public int sides() {return 4;}}",
        "package probe; public class Triangle extends Square { public int sides() {return 3;}}");
    // The option shortens the wait for a call that nothing stops.
    Map<String, String> environment =
        Map.of(
            "IJAVA_CLASSPATH",
            folder.toString(),
            "JDK_JAVA_OPTIONS",
            "-Dopponency.kernel.call=1000");
    try (KernelClient kernel = new KernelClient(folder, environment, jdk)) {
      mixesClassesOfTheClasspathAndOfCells(kernel);
      explainsCodeAfterItCompletedTypes(kernel);
      stopsLoopsOfCells(kernel);
      saysWhatItCannotStop(kernel);
    }
  }

  private static void mixesClassesOfTheClasspathAndOfCells(KernelClient kernel) {
    String code =
        """
        import probe.*;
        int sides(boolean four) {
          var shape = four ? new Square() : new Triangle();
          Shape other = four ? new Triangle() : new Shape() { public int sides() { return 5; } };
          for (int i = 0; i < 2; i++) {
            shape = shape.sides() == 4 ? new Triangle() : new Square();
          }
          return 10 * shape.sides() + other.sides();
        }
        """;
    kernel.run(code);

    assertThat(kernel.value("sides(true)")).isEqualTo("43");
    assertThat(kernel.value("sides(false)")).isEqualTo("35");
  }

  private static void explainsCodeAfterItCompletedTypes(KernelClient kernel) {
    String code = "class Dot { int across() { return 1; } }\nvar dot = new Dot();\ndot.acr";
    Map<String, ?> here = Map.of("code", code, "cursor_pos", code.length());
    assertThat(kernel.ask("complete_request", here).getAsJsonArray("matches").toString())
        .isEqualTo("[\"across()\"]");

    Map<String, ?> there = Map.of("code", "Math.max", "cursor_pos", 6, "detail_level", 0);
    assertThat(kernel.ask("inspect_request", there).get("found").getAsBoolean()).isTrue();
  }

  private static void stopsLoopsOfCells(KernelClient kernel) {
    String loop = "System.out.println(1); for (long i = 0; ; i++) { if (i < 0) break; }";

    assertThat(interrupt(kernel, "{ " + loop + " }").get(0)).startsWith("Interrupted. What");
    assertThat(kernel.value("1 + 1")).isEqualTo("2");
  }

  /** The last on its kernel: the code may go on. */
  private static void saysWhatItCannotStop(KernelClient kernel) {
    kernel.run("var kept = new ThreadLocal<String>();\nkept.set(\"kept\");");
    String loop =
        "{ System.out.println(1); java.util.stream.Stream.generate(new Random()::nextInt)"
            + ".anyMatch(Objects::isNull); }";

    String told = String.join("\n", interrupt(kernel, loop));

    if (kernel.value("Runtime.version().feature()").compareTo("20") < 0) {
      assertThat(told).startsWith("Interrupted. What earlier cells");
    } else {
      assertThat(told)
          .containsMatch("(?s)not stopped: the cell is in java\\.(util|lang)\\..* restart the");
      assertThat(kernel.value("kept.get() == null")).isEqualTo("true");
    }
    assertThat(kernel.value("1 + 1")).isEqualTo("2");
  }

  private static List<String> interrupt(KernelClient kernel, String code) {
    String request = kernel.begin(code);
    kernel.awaitPrint(request);
    kernel.askControl("interrupt_request");
    List<KernelClient.Message> published = kernel.finish(request);
    return KernelClient.traceback(published.get(published.size() - 1));
  }

  private void compile(String... types) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("probe"));
    List<String> arguments = new ArrayList<>(List.of("--release", "17"));
    for (String code : types) {
      String name = code.replaceAll(".*?(?:class|interface) (\\w+).*", "$1");
      arguments.add(Files.writeString(sources.resolve(name + ".java"), code).toString());
    }
    String[] all = arguments.toArray(String[]::new);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, all)).isEqualTo(0);
  }

  private static boolean isFit(Path jdk) {
    try {
      String release = Files.readString(jdk.resolve("release"));
      int feature = Integer.parseInt(release.replaceAll("(?s).*JAVA_VERSION=\"(\\d+).*", "$1"));
      return feature >= 17 && release.contains("jdk.jshell");
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
