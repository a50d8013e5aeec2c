package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CellThreadTest {
  private final CellThread cells = new CellThread(getClass().getClassLoader());

  /** Its end takes away what native code works on; a cell may be between two statements then. */
  @Test
  void nothingBeginsOnceTheProcessEnds() throws Throwable {
    assertThat((int) cells.call(() -> 7)).isEqualTo(7);
    cells.end();
    assertThrows(Stopped.class, () -> cells.call(() -> 7));
    cells.begin();
    assertThrows(Stopped.class, () -> cells.call(() -> 7));
  }

  /** The README says so. */
  @Test
  void callOfALibraryGetsTenSeconds() {
    assertThat(CellThread.QUIET_MS + CellThread.CALL_MS).isEqualTo(10_000L);
  }
}
