package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The classes and functions a state dict needs, and all that is ever built of a PyTorch file; any
 * other is a {@link Stranger}. Lists and tuples are {@code List<Object>}, dicts {@code Map<String,
 * Object>}.
 */
final class TorchClasses {
  /** Which argument of {@code _rebuild_tensor_v2} holds the bits. */
  private static final int NEGATIVE_BIT = 6;

  private static final Map<String, Constructor> CONSTRUCTORS =
      Map.of(
          "collections.OrderedDict", TorchClasses::dict,
          "collections.Counter", TorchClasses::dict,
          "torch.Size", arguments -> argument(arguments, 0, List.class),
          "torch._utils._rebuild_tensor", TorchClasses::tensor,
          "torch._utils._rebuild_tensor_v2", TorchClasses::tensor,
          "torch._utils._rebuild_parameter", arguments -> argument(arguments, 0, TorchTensor.class),
          "torch._utils._rebuild_parameter_with_state",
              arguments -> argument(arguments, 0, TorchTensor.class));

  private static final Map<Class<?>, String> KINDS =
      Map.of(
          Map.class, "a dict",
          List.class, "a list or tuple",
          String.class, "a str",
          Number.class, "a number",
          Constructor.class, "a class",
          ElementType.class, "a storage class",
          TorchStorage.class, "a storage",
          TorchTensor.class, "a tensor",
          Stranger.class, "an object that no state dict needs");

  private static final Map<String, Object> ALL = new HashMap<>(CONSTRUCTORS);

  static {
    Stream.of(ElementType.values()).forEach(type -> ALL.put("torch." + type.storageName(), type));
  }

  private TorchClasses() {}

  /** Makes a value from arguments. */
  interface Constructor extends Function<List<Object>, Object> {}

  /**
   * What a pickle's name stands for: a {@link Constructor}, for a storage class its {@link
   * ElementType}, or a {@link Stranger}.
   *
   * @param name with its module
   */
  static Object named(String name) {
    return ALL.getOrDefault(name, Stranger.INSTANCE);
  }

  /** A storage from a pickle's persistent id: "storage", type, key, device, length, view. */
  static Object storage(List<Object> id) {
    if (id.size() > 1 && id.get(1) == Stranger.INSTANCE) {
      return Stranger.INSTANCE; // of complex or quantised numbers
    }
    ElementType type = argument(id, 1, ElementType.class);
    String key = argument(id, 2, String.class);
    long length = argument(id, 4, Long.class);
    Object view = id.size() > 5 ? id.get(5) : null;
    if (view == null) {
      return new TorchStorage(type, key, 0, length);
    }
    List<Object> part = list(view);
    return new TorchStorage(
        type, key, argument(part, 1, Long.class), argument(part, 2, Long.class));
  }

  private static Object tensor(List<Object> arguments) {
    if (!arguments.isEmpty() && arguments.get(0) == Stranger.INSTANCE) {
      return Stranger.INSTANCE;
    }
    return new TorchTensor(
        argument(arguments, 0, TorchStorage.class),
        argument(arguments, 1, Long.class),
        longs(argument(arguments, 2, List.class)),
        longs(argument(arguments, 3, List.class)),
        isNegated(arguments));
  }

  /** What PyTorch 2 says of a tensor whose elements stand for their negatives. */
  private static boolean isNegated(List<Object> arguments) {
    return arguments.size() > NEGATIVE_BIT
        && arguments.get(NEGATIVE_BIT) instanceof Map<?, ?> bits
        && Boolean.TRUE.equals(bits.get("neg"));
  }

  private static long[] longs(List<?> values) {
    if (values.size() > TorchTensor.MOST_AXES) {
      throw new IllegalArgumentException(
          format(
              "a tensor has %s axes; expected at most %s", values.size(), TorchTensor.MOST_AXES));
    }
    return values.stream().mapToLong(value -> cast(value, Long.class)).toArray();
  }

  /** An empty dict, a copy of one, or, as Python 2 wrote it, one of pairs. */
  private static Map<String, Object> dict(List<Object> arguments) {
    Map<String, Object> dict = new LinkedHashMap<>();
    if (arguments.isEmpty()) {
      return dict;
    }
    if (arguments.get(0) instanceof Map<?, ?> other) {
      other.forEach((key, value) -> dict.put((String) key, value));
    } else {
      list(arguments.get(0)).forEach(pair -> dict.put(key(list(pair).get(0)), list(pair).get(1)));
    }
    return dict;
  }

  /**
   * A dict's key as text: a string, or an integer as an optimiser's state has them. No weights lie
   * under any other, of which here stays the kind.
   */
  static String key(Object key) {
    if (key instanceof String text) {
      return text;
    }
    return key instanceof Long number ? number.toString() : "(" + kind(key) + ")";
  }

  @SuppressWarnings("unchecked") // lists of pickles hold any objects
  static List<Object> list(Object value) {
    return (List<Object>) cast(value, List.class);
  }

  @SuppressWarnings("unchecked") // the keys of all dicts are made by key(Object)
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) cast(value, Map.class);
  }

  private static <T> T argument(List<Object> arguments, int position, Class<T> type) {
    if (position >= arguments.size()) {
      throw new IllegalArgumentException(
          format("expected more than %d arguments, found %d", position, arguments.size()));
    }
    return cast(arguments.get(position), type);
  }

  /**
   * A value that must be of a kind.
   *
   * @throws IllegalArgumentException if it is not; it names both kinds
   */
  static <T> T cast(Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(format("expected %s, found %s", kind(type), kind(value)));
    }
    return type.cast(value);
  }

  private static String kind(Object value) {
    return value == null ? "None" : kind(value.getClass());
  }

  /** What Python calls it. */
  private static String kind(Class<?> type) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getKey().isAssignableFrom(type))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("something else");
  }
}
