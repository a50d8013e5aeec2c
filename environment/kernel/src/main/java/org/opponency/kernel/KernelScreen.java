package org.opponency.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** The notebook of a running kernel. */
record KernelScreen(JavaKernel kernel) implements Screen {
  @Override
  public void show(Rendering rendering) {
    kernel.display(Shown.data(rendering));
  }

  @Override
  public void show(String name, Rendering rendering) {
    DisplayData data = Shown.data(rendering);
    data.setDisplayId(name);
    kernel.display(data);
  }

  @Override
  public void replace(String name, Rendering rendering) {
    kernel.updateDisplay(name, Shown.data(rendering));
  }
}
