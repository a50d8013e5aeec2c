package org.opponency.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Holm;
import org.opponency.evaluation.Trend;
import org.opponency.evaluation.WidthMean;
import org.opponency.study.results.Results;

/** The paper's quantitative sentences and what numbers say of each. */
public final class Claims {
  /** The L-infinity budget at which Figure 10's curves are compared: they are steepest there. */
  public static final double CIFAR10_EPSILON = 0.01;

  private Claims() {}

  /**
   * The ledger: each claim held against the published numbers, against the networks on Orchard that
   * are on record and against the networks of a study.
   *
   * @param photographs what networks gave that saw photographs, where this study's did not
   */
  public static List<ClaimRow> ledger(Evidence ours, Evidence photographs) {
    List<Finding> own = judged(ours);
    double[] corrected = corrected(own);
    List<Finding> others = ours.orchard() ? ifMeasured(photographs) : own;
    List<ClaimRow> rows = new ArrayList<>();
    for (Claim claim : PaperClaims.ALL) {
      int place = rows.size();
      LedgerLine line =
          new LedgerLine(
              claim,
              claim.judgePublished(),
              OnRecord.EXPLORATORY.get(place),
              OnRecord.EARLIER.get(place),
              own.get(place),
              others.get(place),
              ours.orchard());
      rows.add(line.row(place + 1, corrected[place]));
    }
    return rows;
  }

  private static List<Finding> ifMeasured(Evidence evidence) {
    return evidence.measures().isEmpty()
        ? Collections.nCopies(PaperClaims.ALL.size(), Finding.NOT_MEASURED)
        : judged(evidence);
  }

  /** What earlier networks said, which does not change from study to study: judged once. */
  private static final class OnRecord {
    static final List<Finding> EXPLORATORY = judged(Evidence.exploratory());
    static final List<Finding> EARLIER = judged(Evidence.earlier());
  }

  private static List<Finding> judged(Evidence evidence) {
    return PaperClaims.ALL.stream().map(claim -> claim.judge(evidence)).toList();
  }

  /**
   * The smaller p of each claim and its contrary, corrected for all of both. What so few networks
   * cannot show, of either, is none of the tests that are counted.
   */
  private static double[] corrected(List<Finding> findings) {
    DoubleStream claims = findings.stream().mapToDouble(f -> f.couldTell() ? f.p() : Double.NaN);
    DoubleStream contraries =
        findings.stream().mapToDouble(f -> f.couldTellContrary() ? f.against() : Double.NaN);
    double[] both = Holm.corrected(DoubleStream.concat(claims, contraries).toArray());
    int count = findings.size();
    return IntStream.range(0, count)
        .mapToDouble(i -> findings.get(i).leansAgainst() ? both[count + i] : both[i])
        .toArray();
  }

  /**
   * What an analysis says of the claims that it can decide. No p is corrected: the ledger alone
   * knows all tests.
   */
  public static List<Judgement> about(Results<?> results) {
    return about(Evidence.of(results));
  }

  static List<Judgement> about(Evidence own) {
    return PaperClaims.ALL.stream()
        .filter(claim -> claim.measure().flatMap(own::runs).isPresent())
        .map(claim -> Judgement.of(claim, own))
        .toList();
  }

  /** Mean, s.d. and interval of each quantity that comes from an analysis, by width. */
  public static List<WidthMean> byWidth(Results<?> results) {
    return Quantity.from(results).stream()
        .flatMap(quantity -> quantity.of(results).means().stream())
        .toList();
  }

  /**
   * The trend of each quantity that comes from an analysis over the networks with a retina, then of
   * what was published of them; p as it is.
   */
  public static List<Trend> trends(Results<?> results) {
    List<Quantity> quantities = Quantity.from(results);
    return Stream.concat(
            quantities.stream().map(quantity -> quantity.of(results).withRetina()),
            quantities.stream().flatMap(quantity -> quantity.published().stream()))
        .map(ByWidth::trend)
        .toList();
  }
}
