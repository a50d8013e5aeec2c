package org.opponency.models;

import static org.opponency.io.Text.format;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opponency.io.AtomicFiles;
import org.opponency.io.RecordJson;
import org.opponency.io.Resource;
import org.opponency.models.weights.Safetensors;

/**
 * A network as a folder that a model hub takes and PyTorch alone opens: weights, what the network
 * is, a Python module that rebuilds it, and a card. Whatever reads weights here takes the folder in
 * the place of a file.
 */
public final class ModelFolder {
  /** The weights and statistics, with all that our own files say of themselves. */
  public static final String WEIGHTS = "model.safetensors";

  /** What the network is. */
  public static final String CONFIG = "config.json";

  /** The module: {@code from network import load}. */
  public static final String MODULE = "network.py";

  /** What it was trained on, its numbers and where it comes from. */
  public static final String CARD = "README.md";

  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private ModelFolder() {}

  /**
   * Writes the four files, each as a whole; earlier ones are replaced.
   *
   * @param notes what else the file of weights is to say, such as how it was trained
   * @param card text in Markdown
   * @throws IOException if the folder cannot be written or the disk is full; it names the file
   */
  public static void write(Path folder, Checkpoint network, Map<String, String> notes, String card)
      throws IOException {
    Map<String, String> metadata = new HashMap<>(notes);
    metadata.putAll(Checkpoint.metadata(network.architecture(), network.classes()));
    metadata.put("format", "pt"); // by which Python's readers know whose tensors they are
    new Safetensors(network.tensors(), metadata).signed().write(folder.resolve(WEIGHTS));
    AtomicFiles.write(folder.resolve(CONFIG), config(network) + "\n");
    AtomicFiles.write(folder.resolve(MODULE), Resource.bytes(ModelFolder.class, MODULE));
    AtomicFiles.write(folder.resolve(CARD), card);
  }

  /**
   * The file of weights that a path stands for: itself, or that in such a folder.
   *
   * @throws NoSuchFileException if it is a folder without one
   */
  public static Path weights(Path fileOrFolder) throws NoSuchFileException {
    if (!Files.isDirectory(fileOrFolder)) {
      return fileOrFolder;
    }
    Path file = fileOrFolder.resolve(WEIGHTS);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          fileOrFolder.toString(),
          null,
          format("expected a file of weights, or a folder with %s as export writes it", WEIGHTS));
    }
    return file;
  }

  static String config(Checkpoint network) {
    Architecture architecture = network.architecture();
    JsonObject json = new JsonObject();
    json.addProperty("model_type", "opponency");
    json.add("retina", retina(architecture.retina()));
    json.add("ventral", ventral(architecture.ventral()));
    json.addProperty("num_labels", architecture.classes());
    json.addProperty("image_size", architecture.imageSize());
    json.add("mean", JSON.toJsonTree(architecture.normalisation().mean()));
    json.add("sd", JSON.toJsonTree(architecture.normalisation().sd()));
    json.add("id2label", labels(network.classes()));
    return JSON.toJson(json);
  }

  private static JsonElement retina(Retina retina) {
    return retina.isPresent() ? RecordJson.of(retina) : JsonNull.INSTANCE;
  }

  private static JsonElement ventral(Ventral ventral) {
    if (!ventral.isPresent()) {
      return JsonNull.INSTANCE;
    }
    JsonObject json = new JsonObject();
    json.addProperty("kind", ventral instanceof Ventral.ResNet ? "resnet" : "convolutional");
    RecordJson.of((Record) ventral).entrySet().forEach(e -> json.add(e.getKey(), e.getValue()));
    if (ventral instanceof Ventral.ResNet resNet) {
      json.addProperty("stem", lower(resNet.stem()));
      json.addProperty("shortcut", lower(resNet.shortcut()));
    }
    return json;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static JsonObject labels(List<String> classes) {
    JsonObject labels = new JsonObject();
    for (int i = 0; i < classes.size(); i++) {
      labels.addProperty(Integer.toString(i), classes.get(i));
    }
    return labels;
  }
}
