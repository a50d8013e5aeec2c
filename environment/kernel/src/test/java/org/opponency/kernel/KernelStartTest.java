package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How kernels start and end: the first takes long, so those that show it show the other too. */
@Execution(ExecutionMode.CONCURRENT)
class KernelStartTest {
  private static final String USE = "import probe.Greeter;\nGreeter.GREETING";

  @TempDir static Path jars;
  @TempDir Path folder;

  @Test
  void followsTheManifestOfAJarOnItsClasspath() throws Exception {
    String found = outer().resolveSibling("out*.jar").toString();
    Map<String, String> environment =
        Map.of("IJAVA_CLASSPATH", "/nowhere/*.jar" + File.pathSeparator + found);
    try (KernelClient kernel = new KernelClient(folder, environment)) {
      assertThat(kernel.value(USE)).isEqualTo("hi");
      // Service loaders look here: DJL's engines, ImageIO's readers.
      String loaded = "Thread.currentThread().getContextClassLoader().loadClass(\"probe.Greeter\")";
      assertThat(kernel.value(loaded)).isEqualTo("class probe.Greeter");
      endsWithTheCellThatEndsIt(kernel);
    }
  }

  @Test
  void addsToTheClasspathOfARunningKernel() throws Exception {
    Process parent = new ProcessBuilder("sleep", "600").start();
    Map<String, String> environment = Map.of("JPY_PARENT_PID", String.valueOf(parent.pid()));
    try (KernelClient kernel = new KernelClient(folder, environment)) {
      assertThat(kernel.failure(USE).get(0)).contains("package probe does not exist");
      String all = outer().resolveSibling("*.jar").toString();
      assertThat(kernel.value("%jars " + all + "\n" + USE)).isEqualTo("hi");
      Path other = Files.createDirectories(folder.resolve("other/probe/other"));
      compile(other.resolve("Folder.java"), "package probe.other; public class Folder {}");
      assertThat(kernel.failure("new probe.other.Folder()").get(0)).contains("does not exist");
      String known = "%classpath " + folder + "/other\nprobe.other.Folder.class.getName()";
      assertThat(kernel.value(known)).isEqualTo("probe.other.Folder");
      Path third = Files.createDirectories(folder.resolve("third/probe/third"));
      compile(third.resolve("Folder.java"), "package probe.third; public class Folder {}");
      kernel.run("getKernelInstance().addToClasspath(\"" + folder + "/third\");");
      assertThat(kernel.value("new probe.third.Folder().getClass().getName()"))
          .isEqualTo("probe.third.Folder");
      endsWithTheProcessThatStartedIt(kernel, parent);
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
    Path outer = outer();
    Map<String, String> environment = Map.of("PATH", path, "JAR", outer.toString());
    try (KernelClient kernel = new KernelClient(folder, environment)) {
      assertThat(kernel.value("%maven a:b:1.0\n" + USE)).isEqualTo("hi");
      String pom = "<groupId>a</groupId><artifactId>b</artifactId><version>1.0</version>";
      assertThat(kernel.value("%%loadFromPOM\n<dependency>" + pom + "</dependency>"))
          .isEqualTo("[" + outer + "]");
      Path file = Files.writeString(folder.resolve("a-pom.xml"), "<project>" + pom + "</project>");
      assertThat(kernel.value("List<String> added = %loadFromPOM " + file + " test\nadded"))
          .isEqualTo("[" + outer + "]");
      assertThat(kernel.failure("%loadFromPOM /nowhere/pom.xml").get(0))
          .isEqualTo("%loadFromPOM: Expected a POM at /nowhere/pom.xml, found no file");
      assertThat(kernel.failure("%maven a:b:2.0").get(0))
          .contains("Maven could not resolve [a:b:2.0]:\nNo artifact");
      endsAfterTheCellThatRuns(kernel);
    }
  }

  @Test
  void compilesPreviewFeatures() throws Exception {
    int release = Runtime.version().feature();
    Map<String, String> environment =
        Map.of(
            "JJAVA_COMPILER_OPTS",
            "--enable-preview --release " + release,
            "JDK_JAVA_OPTIONS",
            "--enable-preview");
    try (KernelClient kernel = new KernelClient(folder, environment)) {
      // A preview feature of Java 17.
      String code = "int next = switch (o) { case Integer i -> i + 1; default -> 0; };";
      assertThat(kernel.value("Object o = 3;\n" + code + "\nnext")).isEqualTo("4");
      endsWhenAskedTo(kernel);
    }
  }

  @Test
  void endsWhereAnotherProgramTookAPort() throws Exception {
    JsonObject connection = KernelClient.connection();
    Path file = Files.writeString(folder.resolve("taken.json"), connection.toString());
    int port = connection.get("iopub_port").getAsInt();
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(refusal(file, Map.of()))
          .isEqualTo(
              "The kernel cannot start: another program uses a port of "
                  + file
                  + " since Jupyter chose it; start again");
    }
  }

  @Test
  void saysWhatKeepsItFromStarting() throws Exception {
    Path file = folder.resolve("connection.json");
    Files.writeString(file, KernelClient.connection().toString());

    assertThat(refusal(file, Map.of("JJAVA_COMPILER_OPTS", "--nonsense"))).contains("--nonsense");
  }

  @Test
  void stopsStatementsThatTakeTooLong() throws Exception {
    Map<String, String> environment = Map.of("IJAVA_TIMEOUT", "4 SECONDS");
    try (KernelClient kernel = new KernelClient(folder, environment)) {
      assertThat(kernel.failure("int a = 1;\nwhile (true) a++;"))
          .containsExactly(
              "Timed out: the statement ran for 4.0 s, the limit of JJAVA_TIMEOUT or IJAVA_TIMEOUT",
              "    at cell [1], line 2: while (true) a++;")
          .inOrder();
      assertThat(kernel.value("1 + 1")).isEqualTo("2");
    }
  }

  private static void endsWithTheCellThatEndsIt(KernelClient kernel) {
    // In one statement: what the first of two prints is sent before the second.
    String request = kernel.begin("{ System.err.println(\"why\"); System.exit(7); }");

    assertThat(kernel.awaitPrint(request)).isEqualTo("why\n");
    assertThat(kernel.exitValue()).isEqualTo(7);
  }

  private static void endsWithTheProcessThatStartedIt(KernelClient kernel, Process parent) {
    parent.destroyForcibly();

    assertThat(kernel.exitValue()).isEqualTo(1);
  }

  /** Native code that runs while the process ends would crash it. */
  private void endsAfterTheCellThatRuns(KernelClient kernel) {
    Path end = folder.resolve("end");
    String cell =
        """
        try {
          System.out.println("in"); // of one statement: the process may end between two
          Thread.sleep(1_000_000);
        } catch (InterruptedException e) {
          Thread.sleep(300);
          java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
        }
        """
            .replace("%s", end.toString());
    kernel.awaitPrint(kernel.begin(cell));

    kernel.askControl("shutdown_request");

    kernel.exitValue();
    assertThat(Files.exists(end)).isTrue();
  }

  private static void endsWhenAskedTo(KernelClient kernel) {
    kernel.begin("while (true) {}");

    JsonObject reply = kernel.askControl("shutdown_request");
    assertThat(reply.get("restart").getAsBoolean()).isFalse();
    assertThat(reply.get("status").getAsString()).isEqualTo("ok");
    assertThat(kernel.exitValue()).isEqualTo(0);
  }

  /** What a kernel that cannot start says. */
  private static String refusal(Path connection, Map<String, String> environment) throws Exception {
    Path jdk = Path.of(System.getProperty("java.home"));
    Process kernel =
        KernelClient.start(connection, environment, jdk).redirectErrorStream(true).start();
    String told = new String(kernel.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(kernel.waitFor()).isEqualTo(1);
    return told.strip();
  }

  /** An empty jar whose manifest leads to one with a class, as the toolkit's does; written once. */
  private static synchronized Path outer() throws IOException {
    Path outer = jars.resolve("outer.jar");
    if (Files.exists(outer)) {
      return outer;
    }
    Path source = Files.createDirectories(jars.resolve("probe")).resolve("Greeter.java");
    compile(
        source, "package probe; public class Greeter { public static String GREETING = \"hi\"; }");
    Path lib = Files.createDirectories(jars.resolve("lib"));
    writeJar(lib.resolve("inner.jar"), null, jars.resolve("probe/Greeter.class"));
    writeJar(outer, "lib/inner.jar", null);
    return outer;
  }

  private static void compile(Path source, String code) throws IOException {
    Files.writeString(source, code);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
        .isEqualTo(0);
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
