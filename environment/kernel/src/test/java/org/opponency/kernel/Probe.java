package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A library with an extension of the kernel. */
final class Probe {
  private static final String CODE =
      """
      package probe;
      import org.opponency.kernel.*;
      public class Greeter {
        public static Screen screen;
        public static class Shown implements Extension {
          public java.util.List<String> imports() { return java.util.List.of("probe.Greeter"); }
          public void register(Renderers renderers) {
            renderers.add(Greeter.class, g -> Rendering.html("<i>hi</i>", "hi"));
          }
          public void connect(Screen notebook) { screen = notebook; }
        }
        public static class Broken implements Extension {
          public Broken() { throw new IllegalStateException("broken on purpose"); }
        }
      }
      """;

  private Probe() {}

  /** Its jar, in a folder; a second extension in it does not work. */
  static Path extension(Path folder) throws IOException {
    Path source = Files.createDirectories(folder.resolve("probe")).resolve("Greeter.java");
    Files.writeString(source, CODE);
    String classpath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String[] arguments = {"--release", "17", "-cp", classpath, source.toString()};
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments)).isEqualTo(0);
    Path jar = folder.resolve("extension.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("META-INF/services/" + Extension.class.getName()));
      out.write("probe.Greeter$Broken\nprobe.Greeter$Shown\n".getBytes(StandardCharsets.UTF_8));
      for (String name : new String[] {"Greeter", "Greeter$Shown", "Greeter$Broken"}) {
        out.putNextEntry(new JarEntry("probe/" + name + ".class"));
        Files.copy(folder.resolve("probe/" + name + ".class"), out);
      }
    }
    return jar;
  }
}
