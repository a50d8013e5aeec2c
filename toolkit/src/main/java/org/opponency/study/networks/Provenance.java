package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.opponency.images.ImageSet;
import org.opponency.io.RecordJson;
import org.opponency.study.store.Origin;
import org.opponency.study.store.Revision;

/**
 * Where numbers come from: all that one needs to know to get them again.
 *
 * @param origin what shows them; its revision is the parent of the one that a committed figure
 *     arrives with
 * @param computedBy what trained the networks and measured what was kept; filled while that is read
 *     back, and empty where nothing was
 * @param scale the study's scale
 * @param seed what all randomness was derived from
 * @param data what was seen
 * @param protocol the settings that were followed, such as a recipe's text
 * @param date when, to the second, UTC
 * @param figures folder where figures of the numbers belong; readers of the figures are not told
 */
public record Provenance(
    Origin origin,
    Set<Origin> computedBy,
    Scale scale,
    long seed,
    Data data,
    String protocol,
    Instant date,
    Path figures) {

  /**
   * The data behind the numbers.
   *
   * @param name as captions give it, such as {@code Orchard 32 px}
   * @param digest hex SHA-256
   */
  public record Data(String name, String digest) {
    /** Whether it is Orchard's pictures, which are drawn, by their name. */
    public boolean isDrawn() {
      return name.startsWith(StudyData.ORCHARD);
    }

    /** Whether it is what the authors' networks see, by its name. */
    public boolean isPublished() {
      return name.startsWith(StudyData.PUBLISHED);
    }

    /** What the pictures of Orchard and the networks that learn from these data derive from. */
    public long seed() {
      return isDrawn() ? StudyData.ORCHARD_SEED : StudyNetworks.SEED;
    }

    /** Name and digest of an image set. */
    public static Data of(ImageSet images) {
      return new Data(images.name(), images.digest());
    }
  }

  /** Of work done here and now, by this code on this machine. */
  public static Provenance of(
      Scale scale, long seed, Data data, String protocol, Origin.Engine engine, Path figures) {
    return new Provenance(Origin.of(engine), Set.of(), scale, seed, data, protocol, now(), figures);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The same of numbers that others have measured. */
  Provenance with(Set<Origin> others) {
    return new Provenance(origin, others, scale, seed, data, protocol, date, figures);
  }

  /** The same of these numbers and others beside them, which others may have computed. */
  public Provenance and(Provenance other) {
    return with(
        Stream.of(this, other)
            .flatMap(one -> one.computedBy.stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * That of a figure which was saved, out of its {@code .json}.
   *
   * @throws UncheckedIOException if the file cannot be read; it says why
   * @throws IllegalArgumentException if it is no figure's
   */
  public static Provenance ofFigure(Path file) {
    try {
      JsonObject json = RecordJson.parse(Files.readString(file)).getAsJsonObject("provenance");
      return read(json, file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(
          format("Cannot read %s, where a figure says where its numbers come from: %s", file, e),
          e);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          format("Expected the provenance of a figure in %s: %s", file, e), e);
    }
  }

  private static Provenance read(JsonObject json, Path figures) {
    JsonObject data = json.getAsJsonObject("data");
    Set<Origin> others =
        json.has("computedBy")
            ? StreamSupport.stream(json.getAsJsonArray("computedBy").spliterator(), false)
                .map(each -> Origin.ofJson(each.getAsJsonObject(), "revision"))
                .collect(Collectors.toSet())
            : Set.of();
    return new Provenance(
        Origin.ofJson(json, "parentRevision"),
        others,
        Scale.of(text(json, "scale")),
        json.get("seed").getAsLong(),
        new Data(text(data, "name"), text(data, "digest")),
        text(json, "protocol"),
        Instant.parse(text(json, "date")),
        figures);
  }

  private static String text(JsonObject json, String key) {
    return json.get(key).getAsString();
  }

  /** Of something else by the same code on the same machine. */
  public Provenance about(Scale other, Data what, String how) {
    return new Provenance(origin, computedBy, other, seed, what, how, date, figures);
  }

  /** One line for a figure's foot: scale, data, toolkit, its revision and that which computed. */
  public String stamp() {
    return format(
        "%s scale · %s · opponency %s @%s%s",
        scale.label(), data.name(), origin.toolkit(), origin.revision().brief(), computedAt());
  }

  private String computedAt() {
    List<String> others =
        origins()
            .map(Origin::revision)
            .filter(each -> !each.equals(origin.revision()) && !each.equals(Revision.UNKNOWN))
            .map(Revision::brief)
            .distinct()
            .toList();
    return switch (others.size()) {
      case 0 -> "";
      case 1 -> " · computed @" + others.get(0);
      default -> format(" · computed at %d other revisions", others.size());
    };
  }

  /** What computed the numbers, in an order that does not depend on that of reading. */
  public Stream<Origin> origins() {
    return computedBy.isEmpty()
        ? Stream.of(origin)
        : computedBy.stream().sorted(Comparator.comparing(Origin::toString));
  }

  /** All that readers should know. */
  public JsonObject toJsonObject() {
    JsonObject json = origin.toJson("parentRevision");
    var others = new JsonArray();
    origins().forEach(each -> others.add(each.toJson("revision")));
    json.add("computedBy", others);
    json.addProperty("scale", scale.label());
    json.addProperty("seed", seed);
    var seen = new JsonObject();
    seen.addProperty("name", data.name());
    seen.addProperty("digest", data.digest());
    json.add("data", seen);
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
}
