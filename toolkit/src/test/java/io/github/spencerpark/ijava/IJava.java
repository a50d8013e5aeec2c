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

    public void display(DisplayData data) {
      shown = data;
    }
  }

  /** A bundle as kernels know it. */
  public static final class DisplayData {
    public final Map<String, Object> data = new LinkedHashMap<>();
    public final Map<String, Object> metadata = new LinkedHashMap<>();

    public void putData(String type, Object value) {
      data.put(type, value);
    }

    public void putMetaData(String type, Object value) {
      metadata.put(type, value);
    }
  }
}
