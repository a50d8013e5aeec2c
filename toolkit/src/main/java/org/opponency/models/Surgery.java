package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.io.Seed;

/**
 * What is done to cells of the bottleneck, Retina-2, behind their ReLU and before the ventral
 * stream: see {@link VisionModel#under}. All else stays as it was trained.
 */
public sealed interface Surgery {
  /** Nothing. */
  Surgery NONE = new Silenced(List.of());

  /**
   * The responses that the ventral stream gets instead.
   *
   * @param seen what the retina saw: normalised pixels (N, 3, H, W)
   * @param cells behind the ReLU, (N, C, H, W)
   * @return the shape of {@code cells}, of its manager
   */
  NDArray apply(NDArray seen, NDArray cells);

  /**
   * Some cells answer nothing.
   *
   * @param cells their channels, counted from 0
   */
  record Silenced(List<Integer> cells) implements Surgery {
    @Override
    public NDArray apply(NDArray seen, NDArray all) {
      return Channels.replaced(all, cells, scope -> all.zerosLike());
    }
  }

  /**
   * Some cells answer what they do, each somewhere else: the places of their maps are permuted, the
   * same way for all of them and for every picture. What they answer, and how often, stays; where
   * they do is lost.
   *
   * @param cells their channels, counted from 0
   * @param seed of the permutation
   */
  record Shuffled(List<Integer> cells, long seed) implements Surgery {
    @Override
    public NDArray apply(NDArray seen, NDArray all) {
      return Channels.replaced(all, cells, scope -> permuted(scope, all));
    }

    private NDArray permuted(NDManager scope, NDArray all) {
      Shape shape = all.getShape();
      int places = (int) (shape.get(2) * shape.get(3));
      List<Long> order = new ArrayList<>();
      IntStream.range(0, places).forEach(place -> order.add((long) place));
      Collections.shuffle(order, Seed.random(seed, places));
      Shape rows = new Shape(shape.get(0), shape.get(1), places);
      NDArray index =
          scope
              .create(order.stream().mapToLong(place -> place).toArray(), new Shape(1, 1, places))
              .broadcast(rows);
      return all.reshape(rows).gather(index, 2).reshape(shape);
    }
  }

  /**
   * Some cells answer what a linear filter of the pixels does, behind the ReLU that they have.
   *
   * @param cells their channels, counted from 0
   * @param side of the filters in pixels, odd
   * @param filters of all cells on normalised pixels: (C, 3, side, side)
   * @param constants what is added, one a cell
   */
  record Linear(List<Integer> cells, int side, float[] filters, float[] constants)
      implements Surgery {
    @Override
    public NDArray apply(NDArray seen, NDArray all) {
      return Channels.replaced(all, cells, scope -> filtered(scope, seen));
    }

    private NDArray filtered(NDManager scope, NDArray seen) {
      scope.tempAttachAll(seen); // else what is made of it would stay
      Shape border = new Shape(side / 2, side / 2);
      NDArray kernels = scope.create(filters, new Shape(constants.length, 3, side, side));
      NDArray linear =
          Conv2d.conv2d(
                  seen,
                  kernels.toType(seen.getDataType(), false),
                  scope.create(constants).toType(seen.getDataType(), false),
                  new Shape(1, 1),
                  border,
                  new Shape(1, 1))
              .singletonOrThrow();
      return Activation.relu(linear);
    }

    /** By content, since results are kept by it. */
    @Override
    public String toString() {
      return "Linear["
          + cells
          + ", "
          + Arrays.hashCode(filters)
          + ", "
          + Arrays.hashCode(constants)
          + "]";
    }
  }

  /**
   * The space of all cells is rotated; see {@link BottleneckRotation}, whose ventral stream undoes
   * it.
   *
   * @param cells how many
   * @param rotation (cells, cells), orthogonal, row by row
   */
  record Rotated(int cells, double[] rotation) implements Surgery {
    @Override
    public NDArray apply(NDArray seen, NDArray all) {
      Shape shape = all.getShape();
      return Channels.scoped(
          all,
          scope -> {
            NDArray matrix = scope.create(rotation, new Shape(cells, cells));
            NDArray rows = all.reshape(shape.get(0), shape.get(1), -1);
            return matrix.toType(all.getDataType(), false).matMul(rows).reshape(shape);
          });
    }

    @Override
    public String toString() {
      return "Rotated[" + cells + ", " + Arrays.hashCode(rotation) + "]";
    }
  }
}
