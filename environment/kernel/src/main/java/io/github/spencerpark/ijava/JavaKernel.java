package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;

/** What code written for IJava can ask of the running kernel. */
public abstract class JavaKernel extends BaseKernel {
  /** Becomes the kernel of this process. */
  @SuppressWarnings("this-escape")
  protected JavaKernel() {
    IJava.run(this);
  }

  /** Adds a jar or a folder of classes to what cells compile and run against. */
  public abstract void addToClasspath(String path);

  /** The magics, to which a notebook may add its own. */
  public abstract Magics getMagics();

  /** Runs code as a cell would and gives the value of its last expression, or null. */
  public abstract Object evalRaw(String code) throws Exception;

  /**
   * Turns a value into what a notebook shows, in the types it is best shown as or those asked for.
   */
  public abstract DisplayData render(Object value, String... types);

  /** Sends data to the notebook and gives the name under which they can be replaced. */
  public abstract String show(DisplayData data);

  /** Puts data in the place of what was shown under a name. */
  public abstract void updateDisplay(String id, DisplayData data);
}
