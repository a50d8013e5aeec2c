package org.opponency.models.hub;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.io.Progress;

class DownloadStepsTest {
  @Test
  void tellsWhatAndHowMuch() {
    List<Progress> told = new ArrayList<>();
    new DownloadSteps(told::add).downloading(PublishedModel.all().get(0), 1_500_000, 98_000_000);
    assertThat(told)
        .containsExactly(
            new Progress("downloading resnet50/1/0", 1_500_000, 98_000_000, "1.5 of 98.0 MB"));
  }
}
