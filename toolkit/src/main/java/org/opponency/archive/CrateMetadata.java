package org.opponency.archive;

import static org.opponency.io.Text.format;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.opponency.io.RecordJson;
import org.opponency.io.Sha256;

/**
 * The description of a folder of figures by RO-Crate 1.2 (w3id.org/ro/crate/1.2): an entity for the
 * folder, each file, each making of a figure, and the software, data and settings that went into
 * it. The same files give the same text.
 */
final class CrateMetadata {
  private static final String SPECIFICATION = "https://w3id.org/ro/crate/1.2";
  private static final String LICENCE = "https://spdx.org/licenses/Apache-2.0";
  private static final String ROOT = "./";

  private final Map<String, JsonObject> graph = new LinkedHashMap<>();

  private CrateMetadata() {}

  /** The sealed text that describes files, of which some are figures. */
  static String of(List<KeptFile> files, List<FigureNote> figures) {
    var metadata = new CrateMetadata();
    metadata.addSelf();
    metadata.addRoot(files, figures);
    files.forEach(metadata::addFile);
    figures.forEach(metadata::addMaking);
    return Seal.on(metadata.text());
  }

  /**
   * The digest of each file by its path, as a description states it.
   *
   * @throws com.google.gson.JsonParseException if it is no JSON
   */
  static Map<String, String> digests(byte[] metadata) {
    JsonObject json = RecordJson.parse(new String(metadata, StandardCharsets.UTF_8));
    Map<String, String> digests = new TreeMap<>();
    if (json != null && json.get("@graph") instanceof JsonArray graph) {
      for (JsonElement element : graph) {
        if (element instanceof JsonObject entity && text(entity, "@type").equals("File")) {
          digests.put(path(text(entity, "@id")), text(entity, "sha256"));
        }
      }
    }
    return digests;
  }

  private static String text(JsonObject entity, String key) {
    JsonElement value = entity.get(key);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  private void addSelf() {
    JsonObject self = add(Crate.METADATA, "CreativeWork");
    self.add("about", reference(ROOT));
    self.add("conformsTo", reference(SPECIFICATION));
    self.addProperty("sha256", Seal.OPEN);
    self.addProperty(
        "description", "The sha256 of this file is that of its bytes with 64 zeros in its place.");
  }

  private void addRoot(List<KeptFile> files, List<FigureNote> figures) {
    JsonObject root = add(ROOT, "Dataset");
    root.addProperty("name", "Opponency: figures and numbers");
    root.addProperty(
        "description",
        "What a study of networks with a bottleneck found: each figure as drawing, table and"
            + " provenance, the claims of the paper with their verdicts, cards of data and networks.");
    root.addProperty(
        "datePublished", figures.stream().map(f -> f.of("date")).max(String::compareTo).orElse(""));
    root.add("license", reference(LICENCE));
    root.add("hasPart", references(files.stream().map(file -> id(file.path())).toList()));
    root.add("mentions", references(figures.stream().map(f -> "#" + f.stem()).toList()));
    add(LICENCE, "CreativeWork").addProperty("name", "Apache License 2.0");
  }

  private void addFile(KeptFile file) {
    JsonObject entity = add(id(file.path()), "File");
    entity.addProperty("name", file.path());
    entity.addProperty("encodingFormat", file.mediaType());
    entity.addProperty("contentSize", Long.toString(file.bytes()));
    entity.addProperty("sha256", file.sha256());
  }

  /** How a figure came about: what was used on what, and which files it gave. */
  private void addMaking(FigureNote figure) {
    JsonObject making = add("#" + figure.stem(), "CreateAction");
    making.addProperty("name", figure.title());
    making.addProperty("description", figure.caption());
    making.addProperty("endTime", figure.of("date"));
    making.add("instrument", reference(software(figure)));
    making.add("object", references(inputs(figure)));
    making.add(
        "result", references(FigureNote.ENDINGS.stream().map(e -> id(figure.stem() + e)).toList()));
  }

  private String software(FigureNote figure) {
    String revision = figure.of("parentRevision");
    String id =
        "#opponency-"
            + brief(Stream.of("toolkit", "parentRevision", "tree", "java").map(figure::of));
    JsonObject software = add(id, "SoftwareApplication");
    software.addProperty("name", "opponency");
    software.addProperty("version", figure.of("toolkit"));
    software.addProperty("identifier", format("%s (%s tree)", revision, figure.of("tree")));
    software.addProperty(
        "softwareRequirements",
        format(
            "Java: %s; DJL %s; libtorch %s",
            figure.of("java"), figure.of("engine.djl"), figure.of("engine.libtorch")));
    software.addProperty("operatingSystem", figure.of("platform"));
    return id;
  }

  private List<String> inputs(FigureNote figure) {
    String data = "#data-" + brief(Stream.of("data.name", "data.digest").map(figure::of));
    JsonObject entity = add(data, "CreativeWork");
    entity.addProperty("name", figure.of("data.name"));
    entity.addProperty("identifier", "sha256:" + figure.of("data.digest"));
    return List.of(
        data, setting("scale", figure), setting("seed", figure), setting("protocol", figure));
  }

  private String setting(String name, FigureNote figure) {
    String id = format("#%s-%s", name, brief(Stream.of(figure.of(name))));
    JsonObject setting = add(id, "PropertyValue");
    setting.addProperty("name", name);
    setting.addProperty("value", figure.of(name));
    return id;
  }

  private static String brief(Stream<String> parts) {
    var digest = new Sha256();
    parts.forEach(digest::add);
    return digest.hex().substring(0, 8);
  }

  /** A new entity, or the one of that name. */
  private JsonObject add(String id, String type) {
    JsonObject entity = graph.computeIfAbsent(id, any -> new JsonObject());
    entity.addProperty("@id", id);
    entity.addProperty("@type", type);
    return entity;
  }

  private static JsonObject reference(String id) {
    var reference = new JsonObject();
    reference.addProperty("@id", id);
    return reference;
  }

  private static JsonArray references(Collection<String> ids) {
    var references = new JsonArray();
    ids.forEach(id -> references.add(reference(id)));
    return references;
  }

  private String text() {
    var context = new JsonArray();
    context.add(SPECIFICATION + "/context");
    var own = new JsonObject();
    own.addProperty("sha256", "https://schema.org/sha256");
    context.add(own);
    var entities = new JsonArray();
    graph.values().forEach(entities::add);
    var json = new JsonObject();
    json.add("@context", context);
    json.add("@graph", entities);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }

  private static String id(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("Expected a file's name that a URI can hold: " + path, e);
    }
  }

  private static String path(String id) {
    try {
      String path = new URI(id).getPath();
      return path == null ? id : path;
    } catch (URISyntaxException e) {
      return id; // of no file of ours, and told as such
    }
  }
}
