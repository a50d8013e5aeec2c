package org.opponency.models;

import static org.opponency.io.Text.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opponency.images.Normalisation;
import org.opponency.models.Ventral.ResNet.Shortcut;
import org.opponency.models.Ventral.ResNet.Stem;

/**
 * An architecture in one line, by which our own files of weights say what network they hold, such
 * as {@code width=4 kernel=7 retina_channels=32 ventral=resnet blocks=3,4,6,3 bottleneck=true
 * channels=64 classes=1000 image_size=224 mean=0.485,0.456,0.406 sd=0.229,0.224,0.225}.
 */
final class ArchitectureText {
  private static final String RESNET = "resnet";
  private static final String CONVOLUTIONAL = "convolutional";
  private static final String NONE = "none";

  private final String text;
  private final Map<String, String> values = new HashMap<>();

  private ArchitectureText(String text) {
    this.text = text;
    for (String word : text.split(" ")) {
      int equals = word.indexOf('=');
      values.put(word.substring(0, Math.max(0, equals)), word.substring(equals + 1));
    }
  }

  /**
   * The line.
   *
   * @throws IllegalArgumentException if the network was not built here
   */
  static String of(Architecture architecture) {
    Retina retina = architecture.retina();
    Normalisation normalisation = architecture.normalisation();
    return String.join(
        " ",
        "width=" + retina.width(),
        "kernel=" + retina.kernel(),
        "retina_channels=" + retina.channels(),
        "ventral=" + ventral(architecture.ventral()),
        "classes=" + architecture.classes(),
        "image_size=" + architecture.imageSize(),
        "mean=" + list(normalisation.mean()),
        "sd=" + list(normalisation.sd()));
  }

  private static String ventral(Ventral ventral) {
    if (ventral instanceof Ventral.ResNet resNet) {
      String blocks =
          resNet.blocks().stream().map(Object::toString).collect(Collectors.joining(","));
      return RESNET
          + (" blocks=" + blocks)
          + (" bottleneck=" + resNet.bottleneck())
          + (" channels=" + resNet.channels())
          + unusual(" stem=", resNet.stem(), Stem.PHOTOGRAPHS)
          + unusual(" shortcut=", resNet.shortcut(), Shortcut.PROJECTED);
    }
    if (ventral instanceof Ventral.Convolutional convolutional) {
      return CONVOLUTIONAL
          + (" depth=" + convolutional.depth())
          + (" units=" + convolutional.units());
    }
    if (ventral.isPresent()) {
      throw new IllegalArgumentException("Expected a network built here, got " + ventral);
    }
    return NONE;
  }

  private static String unusual(String key, Enum<?> value, Enum<?> usual) {
    return value == usual ? "" : key + value.name().toLowerCase(Locale.ROOT);
  }

  private static String list(float[] values) {
    return values[0] + "," + values[1] + "," + values[2];
  }

  /**
   * The architecture that a line speaks of.
   *
   * @throws IllegalArgumentException if it speaks of none
   */
  static Architecture parse(String text) {
    ArchitectureText line = new ArchitectureText(text);
    float[] mean = line.floats("mean");
    float[] sd = line.floats("sd");
    return new Architecture(
        new Retina(line.number("width"), line.number("kernel"), line.number("retina_channels")),
        line.ventral(),
        line.number("classes"),
        line.number("image_size"),
        new Normalisation(mean[0], mean[1], mean[2], sd[0], sd[1], sd[2]));
  }

  private Ventral ventral() {
    return switch (value("ventral")) {
      case RESNET ->
          new Ventral.ResNet(
              numbers("blocks"),
              Boolean.parseBoolean(value("bottleneck")),
              number("channels"),
              choice("stem", Stem.PHOTOGRAPHS),
              choice("shortcut", Shortcut.PROJECTED));
      case CONVOLUTIONAL -> new Ventral.Convolutional(number("depth"), number("units"));
      case NONE -> Ventral.NONE;
      default -> throw unknown("ventral");
    };
  }

  private String value(String key) {
    if (!values.containsKey(key)) {
      throw unknown(key);
    }
    return values.get(key);
  }

  /** One of an enum's values; the usual one goes without saying. */
  private <E extends Enum<E>> E choice(String key, E usual) {
    if (!values.containsKey(key)) {
      return usual;
    }
    return Stream.of(usual.getDeclaringClass().getEnumConstants())
        .filter(each -> each.name().equalsIgnoreCase(values.get(key)))
        .findFirst()
        .orElseThrow(() -> unknown(key));
  }

  private int number(String key) {
    return Integer.parseInt(value(key));
  }

  private List<Integer> numbers(String key) {
    return Arrays.stream(value(key).split(",")).map(Integer::valueOf).toList();
  }

  private float[] floats(String key) {
    String[] parts = value(key).split(",");
    if (parts.length != 3) {
      throw unknown(key);
    }
    return new float[] {
      Float.parseFloat(parts[0]), Float.parseFloat(parts[1]), Float.parseFloat(parts[2])
    };
  }

  private IllegalArgumentException unknown(String key) {
    return new IllegalArgumentException(
        format("Expected an architecture with its %s, found \"%s\"", key, text));
  }
}
