package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelStartTest {
  private static final String USE = "import probe.Greeter;\nGreeter.GREETING";

  @TempDir Path folder;
  private Path outer;

  /** An empty jar whose manifest leads to one with a class, as the toolkit's does. */
  @BeforeEach
  void writeJars() throws IOException {
    Path source = Files.createDirectories(folder.resolve("probe")).resolve("Greeter.java");
    String code = "package probe; public class Greeter { public static String GREETING = \"hi\"; }";
    Files.writeString(source, code);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
        .isEqualTo(0);
    Path lib = Files.createDirectories(folder.resolve("lib"));
    writeJar(lib.resolve("inner.jar"), null, folder.resolve("probe/Greeter.class"));
    outer = folder.resolve("outer.jar");
    writeJar(outer, "lib/inner.jar", null);
  }

  @Test
  void followsTheManifestOfAJarOnItsClasspath() throws Exception {
    Map<String, String> environment =
        Map.of("IJAVA_CLASSPATH", "/nowhere/*.jar" + File.pathSeparator + folder + "/out*.jar");
    try (KernelClient kernel = new KernelClient(folder, environment)) {
      assertThat(kernel.value(USE)).isEqualTo("hi");
      // Service loaders look here: DJL's engines, ImageIO's readers.
      String loaded = "Thread.currentThread().getContextClassLoader().loadClass(\"probe.Greeter\")";
      assertThat(kernel.value(loaded)).isEqualTo("class probe.Greeter");
    }
  }

  @Test
  void addsToTheClasspathOfARunningKernel() throws Exception {
    try (KernelClient kernel = new KernelClient(folder, Map.of())) {
      assertThat(kernel.failure(USE).get(0)).contains("package probe does not exist");
      assertThat(kernel.value("%jars " + folder + "/*.jar\n" + USE)).isEqualTo("hi");
    }
    try (KernelClient kernel = new KernelClient(folder, Map.of())) {
      assertThat(kernel.value("%classpath " + folder + "\n" + USE)).isEqualTo("hi");
    }
  }

  @Test
  void asksMavenForArtifacts() throws Exception {
    writeScript(
        """
        #!/bin/sh
        for argument; do
          case "$argument" in
            *pom.xml) grep -q '<artifactId>b</artifactId><version>1.0</version>' "$argument" ||
              { echo 'No artifact'; exit 1; } ;;
            -Dmdep.outputFile=*) printf '%s' "$JAR" > "${argument#*=}" ;;
          esac
        done
        """);
    String path = folder + File.pathSeparator + System.getenv("PATH");
    Map<String, String> environment = Map.of("PATH", path, "JAR", outer.toString());
    try (KernelClient kernel = new KernelClient(folder, environment)) {
      assertThat(kernel.value("%maven a:b:1.0\n" + USE)).isEqualTo("hi");
      assertThat(kernel.failure("%maven a:b:2.0").get(0))
          .contains("Maven could not resolve [a:b:2.0]:\nNo artifact");
    }
  }

  @Test
  void endsWhenAskedTo() throws Exception {
    try (KernelClient kernel = new KernelClient(folder, Map.of())) {
      kernel.begin("while (true) {}");

      assertThat(kernel.askControl("shutdown_request").get("restart").getAsBoolean()).isFalse();
      assertThat(kernel.exitValue()).isEqualTo(0);
    }
  }

  @Test
  void endsWithTheProcessThatStartedIt() throws Exception {
    Process parent = new ProcessBuilder("sleep", "600").start();
    Map<String, String> environment = Map.of("JPY_PARENT_PID", String.valueOf(parent.pid()));
    try (KernelClient kernel = new KernelClient(folder, environment)) {
      parent.destroyForcibly();

      assertThat(kernel.exitValue()).isEqualTo(1);
    }
  }

  @Test
  void stopsStatementsThatTakeTooLong() throws Exception {
    Map<String, String> environment = Map.of("IJAVA_TIMEOUT", "3 SECONDS");
    try (KernelClient kernel = new KernelClient(folder, environment)) {
      assertThat(kernel.failure("int a = 1;\nwhile (true) a++;"))
          .containsExactly(
              "Timed out: the statement ran for 3.0 s, the limit of JJAVA_TIMEOUT or IJAVA_TIMEOUT",
              "    at cell [1], line 2: while (true) a++;")
          .inOrder();
      assertThat(kernel.value("1 + 1")).isEqualTo("2");
    }
  }

  private void writeScript(String text) throws IOException {
    Path script = Files.writeString(folder.resolve("mvn"), text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private static void writeJar(Path jar, String classPath, Path type) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    if (classPath != null) {
      manifest.getMainAttributes().put(Name.CLASS_PATH, classPath);
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      if (type != null) {
        out.putNextEntry(new JarEntry("probe/Greeter.class"));
        Files.copy(type, out);
      }
    }
  }
}
