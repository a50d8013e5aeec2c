package org.opponency.report.notebook;

/** The notebook kernel that runs this process. */
interface NotebookKernel {
  /** Shows one thing. */
  void display(DisplayForms forms);

  /** Shows one thing under a name. */
  void display(String id, DisplayForms forms);

  /** Shows one thing in the place of what was shown under a name. */
  void update(String id, DisplayForms forms);
}
