package org.opponency.study.store;

import static org.opponency.io.Text.format;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.opponency.engine.Compute;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Reason;
import org.opponency.io.RecordJson;

/**
 * What computed something: the code and what it ran on.
 *
 * @param toolkit version of the toolkit
 * @param revision the code's revision
 * @param java vendor and version of the Java runtime
 * @param platform operating system and processor architecture
 * @param engine what ran the networks
 */
public record Origin(
    String toolkit, Revision revision, String java, String platform, Engine engine) {
  private static final String NOT_KNOWN = "unknown";

  /** Of what was kept before origins were. */
  public static final Origin UNKNOWN =
      new Origin(
          NOT_KNOWN, Revision.UNKNOWN, NOT_KNOWN, NOT_KNOWN, new Engine(NOT_KNOWN, NOT_KNOWN));

  /**
   * Versions of the libraries that run networks.
   *
   * @param djl version of DJL
   * @param libtorch version of libtorch
   */
  public record Engine(String djl, String libtorch) {
    /** Where no network ran. */
    public static final Engine NONE = new Engine("none", "none");
  }

  /** Found out once. */
  private static final class Here {
    private static final Origin ORIGIN =
        of(new Engine(Compute.djlVersion(), Compute.libtorchVersion()));
  }

  /** This code on this machine, with the engine that it has. */
  public static Origin here() {
    return Here.ORIGIN;
  }

  /** This code on this machine. */
  public static Origin of(Engine engine) {
    return new Origin(
        version(),
        Revision.ofToolkit(),
        property("java.vendor") + " " + property("java.version"),
        property("os.name") + " " + property("os.arch"),
        engine);
  }

  /** What trained a network, as noted beside its weights. */
  public static Origin beside(Path weights) {
    Path file = fileBeside(weights);
    try {
      return Files.exists(file)
          ? RecordJson.read(Origin.class, RecordJson.parse(Files.readString(file)))
          : UNKNOWN;
    } catch (IOException | JsonParseException e) {
      throw new IllegalStateException(
          format("Cannot read %s: %s. Delete it.", file, Reason.of(e)), e);
    }
  }

  /** Notes beside a network's weights that this has trained it. */
  public void noteBeside(Path weights) {
    AtomicFiles.write(fileBeside(weights), RecordJson.text(RecordJson.of(this)) + "\n");
  }

  /** Where that note is, if there is one. */
  public static Path fileBeside(Path weights) {
    return weights.resolveSibling("origin.json");
  }

  /** All of it for readers, the revision under a name of theirs. */
  public JsonObject toJson(String revisionKey) {
    var json = new JsonObject();
    json.addProperty("toolkit", toolkit);
    json.addProperty(revisionKey, revision.hash());
    json.addProperty("tree", revision.tree().name().toLowerCase(Locale.ROOT));
    json.addProperty("java", java);
    json.addProperty("platform", platform);
    var libraries = new JsonObject();
    libraries.addProperty("djl", engine.djl());
    libraries.addProperty("libtorch", engine.libtorch());
    json.add("engine", libraries);
    return json;
  }

  /** What {@link #toJson} wrote under the same name of the revision. */
  public static Origin ofJson(JsonObject json, String revisionKey) {
    JsonObject libraries = json.getAsJsonObject("engine");
    String tree = json.get("tree").getAsString().toUpperCase(Locale.ROOT);
    return new Origin(
        json.get("toolkit").getAsString(),
        new Revision(json.get(revisionKey).getAsString(), Revision.Tree.valueOf(tree)),
        json.get("java").getAsString(),
        json.get("platform").getAsString(),
        new Engine(libraries.get("djl").getAsString(), libraries.get("libtorch").getAsString()));
  }

  private static String version() {
    // Classes that were not packed into a jar have no manifest to ask.
    return Optional.ofNullable(Origin.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  private static String property(String name) {
    return System.getProperty(name, NOT_KNOWN);
  }
}
