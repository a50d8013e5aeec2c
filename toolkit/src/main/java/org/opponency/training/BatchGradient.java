package org.opponency.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.opponency.engine.Compute;
import org.opponency.images.batch.Batch;

/**
 * The gradient of a batch's mean loss, computed by one or several devices as PyTorch's {@code
 * DataParallel} does: each gets a share of the batch, as equal as can be, and a copy of the
 * weights, batch norm sees the images of its own device only, the running statistics of the first
 * device are the ones kept, and gradients are added up there. Losses and hits stay on their devices
 * until they are {@link #read}, since reading a number waits for all that a GPU has to do.
 */
final class BatchGradient implements AutoCloseable {
  private final Replica leader;
  private final List<Replica> followers;
  private final ExecutorService threads;
  private final List<Unread> unread = new ArrayList<>();

  private record Unread(int number, List<PartLoss> parts) {}

  /**
   * What the images of a batch gave.
   *
   * @param number of the batch in its epoch, from 0
   */
  record Result(int number, Tally tally) {}

  /**
   * Takes over replicas.
   *
   * @param leader holds the weights that are trained and gets their gradients
   * @param followers the other devices, if any
   */
  BatchGradient(Replica leader, List<Replica> followers) {
    this.leader = leader;
    this.followers = List.copyOf(followers);
    threads = Executors.newCachedThreadPool(BatchGradient::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "replica");
    thread.setDaemon(true);
    return thread;
  }

  /** Adds the gradient of a batch's mean loss to the gradients of the leader's weights. */
  void add(Batch batch) {
    List<BatchShare> shares = BatchShare.of(batch, 1 + followers.size());
    List<Replica> busy = followers.subList(0, shares.size() - 1);
    busy.forEach(follower -> follower.follow(leader));
    List<CompletableFuture<List<PartLoss>>> others = start(busy, shares);
    List<PartLoss> parts = new ArrayList<>();
    try {
      parts.addAll(leader.add(shares.get(0)));
    } finally {
      await(others);
    }
    others.forEach(other -> parts.addAll(result(other)));
    busy.forEach(follower -> follower.giveGradientsTo(leader));
    unread.add(new Unread(batch.number(), parts));
  }

  private List<CompletableFuture<List<PartLoss>>> start(
      List<Replica> busy, List<BatchShare> shares) {
    int processors = Compute.threads();
    List<CompletableFuture<List<PartLoss>>> started = new ArrayList<>();
    for (int i = 0; i < busy.size(); i++) {
      Replica follower = busy.get(i);
      BatchShare share = shares.get(i + 1);
      started.add(
          CompletableFuture.supplyAsync(
              () -> {
                Compute.threads(processors); // a setting of each thread
                return follower.add(share);
              },
              threads));
    }
    return started;
  }

  /** Even where one has failed: no network may be closed under a device at work. */
  private static void await(List<CompletableFuture<List<PartLoss>>> others) {
    CompletableFuture.allOf(others.toArray(CompletableFuture[]::new))
        .exceptionally(failure -> null)
        .join();
  }

  private static List<PartLoss> result(CompletableFuture<List<PartLoss>> other) {
    try {
      return other.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** How many batches have not been read. */
  int unread() {
    return unread.size();
  }

  /** Waits for the devices and gives what was not read yet, a result a batch, in their order. */
  List<Result> read() {
    List<Result> results = unread.stream().map(BatchGradient::read).toList();
    unread.clear();
    return results;
  }

  private static Result read(Unread batch) {
    Tally tally = batch.parts().stream().map(PartLoss::read).reduce(Tally.EMPTY, Tally::plus);
    return new Result(batch.number(), tally);
  }

  @Override
  public void close() {
    threads.shutdown();
    followers.forEach(Replica::close);
  }
}
