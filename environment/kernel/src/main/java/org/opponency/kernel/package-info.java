/**
 * A Jupyter kernel for Java, to the letter of IJava's conventions: a cell is cut into snippets,
 * JShell runs them inside this process, and what they print, show and throw goes back to the
 * notebook.
 */
package org.opponency.kernel;
