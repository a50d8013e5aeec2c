package org.opponency.report;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.opponency.io.AtomicFiles;
import org.opponency.models.LayerMaps;
import org.opponency.report.table.HtmlTable;
import org.opponency.study.results.LiveRetina;

/**
 * A page in which a trained retina runs: the reader shows it a picture, a hue or a grating and sees
 * what every cell responds. It needs no kernel, no server and no network.
 */
public final class RetinaPage {
  private RetinaPage() {}

  /**
   * Writes {@code index.html} into a folder, which is made where it is missing.
   *
   * @throws java.io.UncheckedIOException if it cannot be written; the message says why
   */
  public static void save(LiveRetina retina, Path folder) {
    AtomicFiles.write(folder.resolve("index.html"), html(retina));
  }

  static String html(LiveRetina retina) {
    return template()
        .replace("{network}", HtmlTable.escape(retina.network()))
        .replace("{stamp}", HtmlTable.escape(retina.provenance().stamp()))
        .replace("{data}", new Gson().toJson(data(retina)).replace("<", "\\u003c"));
  }

  private static String template() {
    try (InputStream page = RetinaPage.class.getResourceAsStream("retina.html")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject data(LiveRetina retina) {
    var gson = new Gson();
    var data = new JsonObject();
    data.addProperty("side", retina.side());
    data.add("mean", gson.toJsonTree(retina.normalisation().mean()));
    data.add("sd", gson.toJsonTree(retina.normalisation().sd()));
    data.add("expected", gson.toJsonTree(retina.expected()));
    var layers = new JsonArray();
    retina.layers().forEach(layer -> layers.add(layer(layer)));
    data.add("layers", layers);
    var pictures = new JsonArray();
    for (LiveRetina.Picture picture : retina.pictures()) {
      var json = new JsonObject();
      json.addProperty("name", picture.name());
      json.addProperty("side", picture.image().width());
      json.addProperty("pixels", Base64.getEncoder().encodeToString(picture.image().pixels()));
      pictures.add(json);
    }
    data.add("pictures", pictures);
    return data;
  }

  private static JsonObject layer(LiveRetina.Layer layer) {
    LayerMaps weights = layer.weights();
    var json = new JsonObject();
    json.addProperty("cells", weights.cells());
    json.addProperty("inputs", weights.planes());
    json.addProperty("kernel", weights.width());
    json.addProperty("weights", base64(weights.values()));
    json.addProperty("biases", base64(layer.biases()));
    return json;
  }

  /** As JavaScript reads them on any machine of today: 32 bits each, the lowest byte first. */
  private static String base64(float[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(numbers);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
