package org.opponency.io;

import static org.opponency.io.Text.format;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Records as JSON objects and back: whole numbers, fractions, truth values, strings, enums, arrays
 * and lists of these, and records inside records. Gson alone cannot build records on the versions
 * that notebook kernels bring along.
 */
public final class RecordJson {
  // Fractions may be NaN, which Python's json reads as well.
  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .serializeSpecialFloatingPointValues()
          .disableHtmlEscaping()
          .create();

  private RecordJson() {}

  /** One line. */
  public static String text(JsonObject json) {
    return GSON.toJson(json);
  }

  /**
   * Reads an object; null for empty text.
   *
   * @throws com.google.gson.JsonParseException if the text is no JSON object
   */
  public static JsonObject parse(String text) {
    return GSON.fromJson(text, JsonObject.class);
  }

  /** A record, its components by their names. */
  public static JsonObject of(Record row) {
    var json = new JsonObject();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      json.add(component.getName(), element(value(component, row)));
    }
    return json;
  }

  /**
   * The record that {@link #of} wrote; a component that is missing is null.
   *
   * @throws IllegalArgumentException if it cannot be one
   */
  public static <R extends Record> R read(Class<R> type, JsonObject json) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(components[i].getGenericType(), json.get(components[i].getName()));
    }
    try {
      Class<?>[] types =
          Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true); // records need not be public
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("Not a " + type.getSimpleName() + ": " + json, e);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("every record has its constructor", e);
    }
  }

  private static Object value(RecordComponent component, Record row) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Cannot read component " + component, e);
    }
  }

  private static JsonElement element(Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    } else if (value instanceof Record row) {
      return of(row);
    } else if (value instanceof Number number) {
      return new JsonPrimitive(number);
    } else if (value instanceof Boolean truth) {
      return new JsonPrimitive(truth);
    } else if (value instanceof String || value instanceof Enum<?>) {
      return new JsonPrimitive(value instanceof Enum<?> e ? e.name() : (String) value);
    } else if (value instanceof List<?> list) {
      var array = new JsonArray();
      list.forEach(item -> array.add(element(item)));
      return array;
    } else if (value.getClass().isArray()) {
      var array = new JsonArray();
      for (int i = 0; i < Array.getLength(value); i++) {
        array.add(element(Array.get(value, i)));
      }
      return array;
    }
    throw new IllegalArgumentException(
        "Expected numbers, truth values, strings, enums, lists, arrays or records, got a "
            + value.getClass().getSimpleName());
  }

  private static Object value(Type type, JsonElement json) {
    if (json == null || json.isJsonNull()) {
      return null;
    } else if (type instanceof ParameterizedType list) {
      return list(list.getActualTypeArguments()[0], json.getAsJsonArray());
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isArray()) {
      return array(plain.getComponentType(), json.getAsJsonArray());
    } else if (plain.isRecord()) {
      return read(plain.asSubclass(Record.class), json.getAsJsonObject());
    } else if (plain.isEnum()) {
      return constant(plain, json.getAsString());
    }
    return GSON.fromJson(json, plain);
  }

  private static List<Object> list(Type type, JsonArray json) {
    List<Object> values = new ArrayList<>();
    json.forEach(item -> values.add(value(type, item)));
    return values;
  }

  private static Object array(Class<?> type, JsonArray json) {
    Object values = Array.newInstance(type, json.size());
    for (int i = 0; i < json.size(); i++) {
      Array.set(values, i, value(type, json.get(i)));
    }
    return values;
  }

  private static Object constant(Class<?> type, String name) {
    return Stream.of(type.getEnumConstants())
        .filter(value -> ((Enum<?>) value).name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(format("No %s %s", type.getSimpleName(), name)));
  }
}
