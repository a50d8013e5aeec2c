package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
  @Test
  void dropsAtTheStartOfEachMilestone() {
    Schedule schedule = new Schedule(0.1, 0.1, List.of(30, 60));
    assertThat(schedule.at(0)).isWithin(0).of(0.1);
    assertThat(schedule.at(29)).isWithin(0).of(0.1);
    assertThat(schedule.at(30)).isWithin(1e-15).of(0.01);
    assertThat(schedule.at(59)).isWithin(1e-15).of(0.01);
    assertThat(schedule.at(60)).isWithin(1e-15).of(0.001);
    assertThat(schedule.at(89)).isWithin(1e-15).of(0.001);
  }

  @Test
  void aMilestoneNamedTwiceDropsTwice() {
    assertThat(new Schedule(1, 0.5, List.of(2, 2)).at(2)).isWithin(0).of(0.25);
  }

  @Test
  void constantNeverChanges() {
    assertThat(Schedule.constant(0.02).at(1000)).isWithin(0).of(0.02);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.1", "-1, 0.1", "NaN, 0.1", "0.1, 0", "0.1, NaN"})
  void refusesWhatIsNotPositive(double rate, double factor) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> new Schedule(rate, factor, List.of()));
    assertThat(error).hasMessageThat().contains(format("got %s and %s", rate, factor));
  }
}
