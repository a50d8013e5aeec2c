package org.opponency.report.notebook;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opponency.kernel.Extension;
import org.opponency.kernel.Renderers;
import org.opponency.kernel.Rendering;
import org.opponency.kernel.Screen;
import org.opponency.report.Examples;
import org.opponency.report.Examples.RunAccuracy;
import org.opponency.report.Figures;
import org.opponency.study.networks.ModelEpoch;
import org.opponency.study.networks.Scale;
import org.opponency.training.EpochLog;

class NotebookExtensionTest {
  private static final List<RunAccuracy> ROWS = List.of(new RunAccuracy(4, 1, 0.5, false));

  private final NotebookExtension extension = new NotebookExtension();
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void endTheKernel() {
    NotebookDisplay.connect(null);
  }

  @Test
  void isFoundByTheKernel() {
    assertThat(ServiceLoader.load(Extension.class).stream().map(ServiceLoader.Provider::type))
        .contains(NotebookExtension.class);
  }

  @Test
  void showsValuesAsACallWould() {
    Renderers renderers = new Renderers();
    extension.register(renderers);

    assertThat(renderers.render(ROWS).orElseThrow().data())
        .isEqualTo(Showing.of(ROWS).get(0).data());
    Rendering figure =
        renderers.render(Figures.accuracy(Examples.accuracy(Scale.LAPTOP, ROWS))).orElseThrow();
    assertThat(figure.data()).containsKey("image/png");
    assertThat(((Map<?, ?>) figure.metadata().get("image/png")).get("alt").toString())
        .startsWith("Accuracy by bottleneck width. ");
  }

  @Test
  void leavesTextsToTheKernel() {
    Renderers renderers = new Renderers();
    extension.register(renderers);

    for (Object text : new Object[] {"76.2 %", 3, List.of(), List.of(1, 2), Map.of(1, 2)}) {
      assertThat(renderers.render(text)).isEmpty();
    }
    assertThat(renderers.render(null)).isEmpty();
  }

  @Test
  void showsThroughTheKernelThatFoundIt() {
    extension.connect(new Told());

    Notebook.show(ROWS);
    var curves = Notebook.liveCurves();
    curves.accept(epoch(1, 2.5));
    curves.accept(epoch(2, 1.25));

    assertThat(told).hasSize(3);
    assertThat(told.get(0)).startsWith("show width  run  accuracy  dead");
    assertThat(told.get(1)).startsWith("show as ");
    assertThat(told.get(1)).endsWith("Training loss so far. width 4, run 0: 2.500");
    assertThat(told.get(2))
        .isEqualTo(told.get(1).replace("show as", "replace").replace("2.500", "1.250"));
  }

  @Test
  void importsWhatIsThere() throws ClassNotFoundException {
    for (String name : extension.imports()) {
      String type = name.replaceFirst("^static ", "").replaceFirst("\\.\\*$", "");
      String known = name.startsWith("static ") ? type : type + ".package-info";
      assertThat(Class.forName(known)).isNotNull();
    }
  }

  private static ModelEpoch epoch(int epoch, double loss) {
    var log = new EpochLog(epoch, 75 * epoch, 0.1, loss, 0.5, loss, 0.5);
    return new ModelEpoch("width 4, run 0", 4, 0, log);
  }

  private final class Told implements Screen {
    @Override
    public void show(Rendering rendering) {
      told.add("show " + rendering.data().get("text/plain"));
    }

    @Override
    public void show(String name, Rendering rendering) {
      told.add("show as " + name + " " + alt(rendering));
    }

    @Override
    public void replace(String name, Rendering rendering) {
      told.add("replace " + name + " " + alt(rendering));
    }

    private Object alt(Rendering rendering) {
      return ((Map<?, ?>) rendering.metadata().get("image/png")).get("alt");
    }
  }
}
