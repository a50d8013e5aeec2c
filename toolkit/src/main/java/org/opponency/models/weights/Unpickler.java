package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads the part of Python's pickle format (protocols 2 to 5, documented in CPython's {@code
 * Lib/pickletools.py}) that state dicts are written in. It builds what {@link TorchClasses} names
 * and nothing else, has no recursion, and takes memory in proportion to the bytes it has read.
 */
final class Unpickler {
  private static final int HIGHEST_PROTOCOL = 5;

  /** A ResNet-152 with its optimiser takes a twentieth of it. */
  private static final int MOST_STEPS = 1_000_000;

  private final ByteBuffer in;
  private final Map<Integer, Object> memo = new HashMap<>();
  private final Deque<List<Object>> marked = new ArrayDeque<>();
  private List<Object> stack = new ArrayList<>();

  private final Consumer<TorchStorage> storages;

  private Unpickler(ByteBuffer in, Consumer<TorchStorage> storages) {
    this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    this.storages = storages;
  }

  /** As {@link #read(ByteBuffer, Consumer)}, for who does not want to know the storages. */
  static Object read(ByteBuffer in) {
    return read(in, storage -> {});
  }

  /**
   * The next value of {@code in}, whose position ends behind it.
   *
   * @param storages is told each storage the value speaks of
   * @throws IllegalArgumentException if the pickle is damaged, asks for a class that is not allowed
   *     or is longer than any state dict
   * @throws BufferUnderflowException if it ends too early
   */
  static Object read(ByteBuffer in, Consumer<TorchStorage> storages) {
    Unpickler unpickler = new Unpickler(in, storages);
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      int opcode = unpickler.unsignedByte();
      if (opcode == '.') {
        return unpickler.pop();
      }
      unpickler.step(opcode);
    }
    throw new IllegalArgumentException(
        format("its pickle takes more than %,d steps; no state dict does", MOST_STEPS));
  }

  private void step(int opcode) {
    switch (opcode) {
      case 0x80 -> protocol(unsignedByte());
      case 0x95 -> in.getLong(); // FRAME: the length of what follows, of no use here
      case '(' -> mark();
      case 'N' -> push(null);
      case 0x88 -> push(true);
      case 0x89 -> push(false);
      case 'K' -> push((long) unsignedByte());
      case 'M' -> push((long) Short.toUnsignedInt(in.getShort()));
      case 'J' -> push((long) in.getInt());
      case 0x8a -> push(integer(bytes(unsignedByte())));
      case 'G' -> push(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
      case 'X' -> push(text(unsignedInt(), StandardCharsets.UTF_8));
      case 0x8c -> push(text(unsignedByte(), StandardCharsets.UTF_8));
      case 'U' -> push(text(unsignedByte(), StandardCharsets.ISO_8859_1)); // Python 2
      case ')' -> push(List.of());
      case 0x85 -> push(top(1));
      case 0x86 -> push(top(2));
      case 0x87 -> push(top(3));
      case 't' -> push(Collections.unmodifiableList(popMark()));
      case ']' -> push(new ArrayList<>());
      case 'a' -> append(top(1));
      case 'e' -> append(popMark());
      case '}' -> push(new LinkedHashMap<String, Object>());
      case 's' -> put(top(2));
      case 'u' -> put(popMark());
      case 'c' -> push(TorchClasses.named(line(), line()));
      case 0x93 -> push(named(top(2)));
      case 'R' -> push(reduce(top(2)));
      case 'b' -> build(pop());
      case 'Q' -> push(storage(pop()));
      case 'q' -> memo.put(unsignedByte(), peek());
      case 'r' -> memo.put(in.getInt(), peek());
      case 0x94 -> memo.put(memo.size(), peek());
      case 'h' -> push(remembered(unsignedByte()));
      case 'j' -> push(remembered(in.getInt()));
      default ->
          throw new IllegalArgumentException(
              format(
                  "its pickle has an opcode 0x%02x at byte %d, which no state dict needs",
                  opcode, in.position() - 1));
    }
  }

  private static void protocol(int version) {
    if (version > HIGHEST_PROTOCOL) {
      throw new IllegalArgumentException(
          format("expected a pickle protocol up to %d, found %d", HIGHEST_PROTOCOL, version));
    }
  }

  private static Object named(List<Object> name) {
    return TorchClasses.named(
        TorchClasses.cast(name.get(0), String.class), TorchClasses.cast(name.get(1), String.class));
  }

  private static Object reduce(List<Object> call) {
    return TorchClasses.cast(call.get(0), TorchClasses.Constructor.class)
        .apply(TorchClasses.list(call.get(1)));
  }

  private TorchStorage storage(Object id) {
    TorchStorage storage = TorchClasses.storage(TorchClasses.list(id));
    storages.accept(storage);
    return storage;
  }

  /** Attributes, such as the {@code _metadata} of a state dict, hold no weights. */
  private void build(Object attributes) {
    TorchClasses.map(attributes);
    TorchClasses.map(peek());
  }

  private void append(List<Object> values) {
    TorchClasses.list(peek()).addAll(values);
  }

  private void put(List<Object> keysAndValues) {
    Map<String, Object> dict = TorchClasses.map(peek());
    for (int i = 0; i + 1 < keysAndValues.size(); i += 2) {
      dict.put(TorchClasses.key(keysAndValues.get(i)), keysAndValues.get(i + 1));
    }
  }

  private void mark() {
    marked.push(stack);
    stack = new ArrayList<>();
  }

  private List<Object> popMark() {
    if (marked.isEmpty()) {
      throw new IllegalArgumentException("its pickle is damaged: a mark is missing");
    }
    List<Object> values = stack;
    stack = marked.pop();
    return values;
  }

  private void push(Object value) {
    stack.add(value);
  }

  private Object pop() {
    return top(1).get(0);
  }

  private Object peek() {
    requireStack(1);
    return stack.get(stack.size() - 1);
  }

  /** Takes the last values off the stack. */
  private List<Object> top(int count) {
    requireStack(count);
    List<Object> last = stack.subList(stack.size() - count, stack.size());
    List<Object> values = Collections.unmodifiableList(new ArrayList<>(last));
    last.clear();
    return values;
  }

  private void requireStack(int count) {
    if (stack.size() < count) {
      throw new IllegalArgumentException("its pickle is damaged: a value is missing");
    }
  }

  private Object remembered(int key) {
    if (!memo.containsKey(key)) {
      throw new IllegalArgumentException("its pickle is damaged: it knows no value " + key);
    }
    return memo.get(key);
  }

  private int unsignedByte() {
    return Byte.toUnsignedInt(in.get());
  }

  private long unsignedInt() {
    return Integer.toUnsignedLong(in.getInt());
  }

  private byte[] bytes(long count) {
    if (count > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[(int) count];
    in.get(bytes);
    return bytes;
  }

  private String text(long count, Charset charset) {
    return new String(bytes(count), charset);
  }

  private String line() {
    int length = 0;
    while (in.get(in.position() + length) != '\n') {
      length++;
    }
    String line = text(length, StandardCharsets.UTF_8);
    in.get();
    return line;
  }

  private static Object integer(byte[] littleEndian) {
    if (littleEndian.length == 0) {
      return 0L;
    }
    byte[] bigEndian = new byte[littleEndian.length];
    for (int i = 0; i < bigEndian.length; i++) {
      bigEndian[i] = littleEndian[bigEndian.length - 1 - i];
    }
    BigInteger value = new BigInteger(bigEndian);
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }
}
