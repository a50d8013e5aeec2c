package io.github.spencerpark.ijava;

import java.util.LinkedHashMap;
import java.util.Map;

/** Stands where a kernel's class of this name is; no kernel runs until a test says so. */
public final class IJava {
  /** What {@link #getKernelInstance} gives. */
  public static Kernel kernel;

  private IJava() {}

  public static Kernel getKernelInstance() {
    return kernel;
  }

  /** Remembers what it is asked to show. */
  public static final class Kernel {
    public DisplayData shown;

    /** What is in the notebook under a name. */
    public final Map<String, DisplayData> named = new LinkedHashMap<>();

    /** Where relatives of our kernel have {@code updateDisplay}. */
    public final Channels io = new Channels();

    public Channels getIO() {
      return io;
    }

    /** Has the field that kernels have. */
    public final class Channels {
      public final Stream display = new Stream();
    }

    /** Puts one thing in the place of another. */
    public final class Stream {
      public void updateDisplay(String id, DisplayData data) {
        if (named.replace(id, data) == null) {
          throw new IllegalStateException("Nothing was shown under the name " + id);
        }
      }
    }

    public void display(DisplayData data) {
      shown = data;
      if (data.id != null) {
        named.put(data.id, data);
      }
    }
  }

  /** A bundle as kernels know it. */
  public static final class DisplayData {
    public final Map<String, Object> data = new LinkedHashMap<>();
    public final Map<String, Object> metadata = new LinkedHashMap<>();

    public String id;

    public void setDisplayId(String id) {
      this.id = id;
    }

    public void putData(String type, Object value) {
      data.put(type, value);
    }

    public void putMetaData(String type, Object value) {
      metadata.put(type, value);
    }
  }
}
