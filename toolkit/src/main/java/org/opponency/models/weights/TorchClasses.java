package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The classes and functions a state dict needs, and all that is ever built of a PyTorch file. Lists
 * and tuples are {@code List<Object>}, dicts {@code Map<String, Object>}.
 */
final class TorchClasses {
  private static final int LONGEST_NAME = 80;

  private static final Map<String, Constructor> CONSTRUCTORS =
      Map.of(
          "collections.OrderedDict", TorchClasses::dict,
          "collections.Counter", TorchClasses::dict,
          "torch.Size", arguments -> argument(arguments, 0, List.class),
          "torch._utils._rebuild_tensor", TorchClasses::tensor,
          "torch._utils._rebuild_tensor_v2", TorchClasses::tensor,
          "torch._utils._rebuild_parameter",
              arguments -> argument(arguments, 0, TorchTensor.class));

  private static final Map<Class<?>, String> KINDS =
      Map.of(
          Map.class, "a dict",
          List.class, "a list or tuple",
          String.class, "a str",
          Number.class, "a number",
          Boolean.class, "a bool",
          Constructor.class, "a class",
          ElementType.class, "a storage class",
          TorchStorage.class, "a storage",
          TorchTensor.class, "a tensor");

  private static final Map<String, Object> ALL = new HashMap<>(CONSTRUCTORS);

  static {
    Stream.of(ElementType.values()).forEach(type -> ALL.put("torch." + type.storageName(), type));
  }

  private TorchClasses() {}

  /** Makes a value from arguments. */
  interface Constructor extends Function<List<Object>, Object> {}

  /**
   * What a pickle's name stands for: a {@link Constructor} or, for a storage class, its {@link
   * ElementType}.
   *
   * @throws IllegalArgumentException if no state dict needs it
   */
  static Object named(String module, String name) {
    Object found = ALL.get(module + "." + name);
    if (found == null) {
      throw new IllegalArgumentException(
          format(
              "it asks for %s.%s, which no state dict needs: nothing of it was run. Save model.state_dict() instead",
              printable(module), printable(name)));
    }
    return found;
  }

  private static String printable(String text) {
    String shown = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "..." : text;
    return shown.replaceAll("[^\\x20-\\x7e]", "?");
  }

  /** A storage from a pickle's persistent id: "storage", type, key, device, length, view. */
  static TorchStorage storage(List<Object> id) {
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

  private static TorchTensor tensor(List<Object> arguments) {
    return new TorchTensor(
        argument(arguments, 0, TorchStorage.class),
        argument(arguments, 1, Long.class),
        longs(argument(arguments, 2, List.class)),
        longs(argument(arguments, 3, List.class)));
  }

  private static long[] longs(List<?> values) {
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

  /** A dict's key as text: a string, or an integer as an optimiser's state has them. */
  static String key(Object key) {
    return key instanceof Long number ? number.toString() : cast(key, String.class);
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
      throw new IllegalArgumentException(
          format(
              "expected %s, found %s",
              kind(type), value == null ? "None" : kind(value.getClass())));
    }
    return type.cast(value);
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
