package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.opponency.images.ImageSet;

/**
 * Where numbers come from: all that one needs to know to get them again.
 *
 * @param toolkit version of the toolkit
 * @param revision the code's revision; parent of the one that a committed figure arrives with
 * @param java vendor and version of the Java runtime
 * @param platform operating system and processor architecture
 * @param engine what ran the networks
 * @param scale the study's scale
 * @param seed what all randomness was derived from
 * @param data what was seen
 * @param protocol the settings that were followed, such as a recipe's text
 * @param date when, to the second, UTC
 * @param figures folder where figures of the numbers belong; readers of the figures are not told
 */
public record Provenance(
    String toolkit,
    Revision revision,
    String java,
    String platform,
    Engine engine,
    Scale scale,
    long seed,
    Data data,
    String protocol,
    Instant date,
    Path figures) {

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

  /**
   * The data behind the numbers.
   *
   * @param name as captions give it, such as {@code Orchard 32 px}
   * @param digest hex SHA-256
   */
  public record Data(String name, String digest) {
    /** Name and digest of an image set. */
    public static Data of(ImageSet images) {
      return new Data(images.name(), images.digest());
    }
  }

  /** Of work done here and now, by this code on this machine. */
  public static Provenance of(
      Scale scale, long seed, Data data, String protocol, Engine engine, Path figures) {
    return new Provenance(
        version(),
        Revision.ofToolkit(),
        property("java.vendor") + " " + property("java.version"),
        property("os.name") + " " + property("os.arch"),
        engine,
        scale,
        seed,
        data,
        protocol,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        figures);
  }

  /** Of something else by the same code on the same machine. */
  public Provenance about(Scale other, Data what, String how) {
    return new Provenance(
        toolkit, revision, java, platform, engine, other, seed, what, how, date, figures);
  }

  /** One line for a figure's foot: scale, data, toolkit and revision. */
  public String stamp() {
    return format(
        "%s scale · %s · opponency %s @%s", scale.label(), data.name(), toolkit, revision.brief());
  }

  /** All that readers should know; the keys are the component names in their order. */
  public JsonObject toJsonObject() {
    var json = new JsonObject();
    json.addProperty("toolkit", toolkit);
    json.addProperty("parentRevision", revision.hash());
    json.addProperty("tree", revision.tree().name().toLowerCase(Locale.ROOT));
    json.addProperty("java", java);
    json.addProperty("platform", platform);
    json.add("engine", pair("djl", engine.djl(), "libtorch", engine.libtorch()));
    json.addProperty("scale", scale.label());
    json.addProperty("seed", seed);
    json.add("data", pair("name", data.name(), "digest", data.digest()));
    json.addProperty("protocol", protocol);
    json.addProperty("date", date.toString());
    return json;
  }

  /** {@link #toJsonObject()} as indented text. */
  public String toJson() {
    return new GsonBuilder()
        .setPrettyPrinting()
        .disableHtmlEscaping()
        .create()
        .toJson(toJsonObject());
  }

  private static JsonObject pair(String key1, String value1, String key2, String value2) {
    var json = new JsonObject();
    json.addProperty(key1, value1);
    json.addProperty(key2, value2);
    return json;
  }

  private static String version() {
    // Classes that were not packed into a jar have no manifest to ask.
    return Optional.ofNullable(Provenance.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
