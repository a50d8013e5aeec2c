package io.github.spencerpark.ijava.runtime;

import java.util.List;
import org.opponency.kernel.MagicException;

/** Calls magics from code. */
public final class Magics {
  private Magics() {}

  /** Does what the line {@code %name args...} does. */
  public static <T> T lineMagic(String name, List<String> args) {
    try {
      return Kernel.getKernelInstance().getMagics().applyLineMagic(name, args);
    } catch (Exception e) {
      throw new MagicException("%" + name, e);
    }
  }

  /** Does what a cell that begins with the line {@code %%name args...} does. */
  public static <T> T cellMagic(String name, List<String> args, String body) {
    try {
      return Kernel.getKernelInstance().getMagics().applyCellMagic(name, args, body);
    } catch (Exception e) {
      throw new MagicException("%%" + name, e);
    }
  }
}
