package org.opponency.kernel;

/** The notebook, in which a library may show things whenever cells run. */
public interface Screen {
  /** Shows something below the cell that runs, after all that was printed so far. */
  void show(Rendering rendering);

  /** The same under a name of the caller's choice, by which it can be replaced. */
  void show(String name, Rendering rendering);

  /** Shows something in the place of what was shown under a name, in whichever cell that was. */
  void replace(String name, Rendering rendering);
}
