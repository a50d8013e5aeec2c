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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the part of Python's pickle format (protocols 2 to 5, documented in CPython's {@code
 * Lib/pickletools.py}) that training checkpoints are written in. It builds what {@link
 * TorchClasses} names and nothing else, has no recursion, and takes memory in proportion to the
 * bytes it has read.
 */
final class Unpickler {
  private static final int HIGHEST_PROTOCOL = 5;

  /** A ResNet-152 with its optimiser takes a twentieth of it. */
  private static final int MOST_STEPS = 1_000_000;

  private static final int LONGEST_NAME = 128;

  /** Strangers of Python itself that are not worth a word: sets, and bytes of Python 3. */
  private static final Set<String> BUILT_IN =
      Set.of(
          "__builtin__.set",
          "__builtin__.frozenset",
          "builtins.set",
          "builtins.frozenset",
          "_codecs.encode");

  private final ByteBuffer in;
  private final Map<Integer, Object> memo = new HashMap<>();
  private final Deque<List<Object>> marked = new ArrayDeque<>();
  private final List<TorchStorage> storages = new ArrayList<>();
  private final Set<String> strangers = new LinkedHashSet<>();
  private List<Object> stack = new ArrayList<>();
  private long copied;

  private Unpickler(ByteBuffer in) {
    this.in = in.order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * What a pickle holds.
   *
   * @param value what was pickled
   * @param storages those that the value speaks of
   * @param strangers full names of the classes and functions that were not built
   */
  record Content(Object value, List<TorchStorage> storages, Set<String> strangers) {}

  /**
   * The next value of {@code in}, whose position ends behind it.
   *
   * @throws IllegalArgumentException if the pickle is damaged, or longer than any state dict
   * @throws BufferUnderflowException if it ends too early
   */
  static Content read(ByteBuffer in) {
    Unpickler unpickler = new Unpickler(in);
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      int opcode = unpickler.unsignedByte();
      if (opcode == '.') {
        return new Content(unpickler.pop(), unpickler.storages, unpickler.strangers);
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
      case 0x8d -> push(text(in.getLong(), StandardCharsets.UTF_8));
      case 'U' -> push(text(unsignedByte(), StandardCharsets.ISO_8859_1)); // Python 2
      case 'C' -> push(skipped(unsignedByte()));
      case 'B' -> push(skipped(unsignedInt()));
      case 0x8e, 0x96 -> push(skipped(in.getLong()));
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
      case 0x8f -> push(new ArrayList<>()); // a set
      case 0x90 -> append(popMark());
      case 0x91 -> push(Collections.unmodifiableList(popMark()));
      case 'b', '0' -> pop(); // attributes, such as a state dict's _metadata, hold no weights
      case 'c' -> push(named(line(), line()));
      case 0x93 -> push(named(top(2)));
      case 'R', 0x81 -> push(made(top(2)));
      case 0x92 -> push(made(top(3)));
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

  private Object named(List<Object> name) {
    return named(
        TorchClasses.cast(name.get(0), String.class), TorchClasses.cast(name.get(1), String.class));
  }

  /** Long names would be put together, and kept, each time they are remembered. */
  private Object named(String module, String attribute) {
    if (module.length() + attribute.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a class's name is longer than " + LONGEST_NAME + " characters");
    }
    String name = module + "." + attribute;
    Object found = TorchClasses.named(name);
    if (found == Stranger.INSTANCE && !BUILT_IN.contains(name)) {
      strangers.add(name);
    }
    return found;
  }

  /** What a class or function makes of its arguments; a stranger makes a stranger. */
  private Object made(List<Object> call) {
    if (call.get(0) == Stranger.INSTANCE) {
      return Stranger.INSTANCE;
    }
    Object made =
        TorchClasses.cast(call.get(0), TorchClasses.Constructor.class)
            .apply(TorchClasses.list(call.get(1)));
    if (made instanceof Map<?, ?> dict) {
      requireWarranted(dict.size());
    }
    return made;
  }

  /** A dict that is made of another takes memory for which the file has no bytes. */
  private void requireWarranted(int entries) {
    copied += entries;
    if (copied > in.limit()) {
      throw new IllegalArgumentException("its pickle copies more than it holds");
    }
  }

  private Object storage(Object id) {
    Object storage = TorchClasses.storage(TorchClasses.list(id));
    if (storage instanceof TorchStorage known) {
      storages.add(known);
    }
    return storage;
  }

  private void append(List<Object> values) {
    if (peek() != Stranger.INSTANCE) {
      TorchClasses.list(peek()).addAll(values);
    }
  }

  private void put(List<Object> keysAndValues) {
    if (peek() == Stranger.INSTANCE) {
      return;
    }
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
    if (count < 0 || count > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[(int) count];
    in.get(bytes);
    return bytes;
  }

  /** Passes over bytes, which no state dict has; an array of numpy may be large. */
  private Object skipped(long count) {
    if (count < 0 || count > in.remaining()) {
      throw new BufferUnderflowException();
    }
    in.position(in.position() + (int) count);
    return Stranger.INSTANCE;
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
