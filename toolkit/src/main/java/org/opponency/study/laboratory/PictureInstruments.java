package org.opponency.study.laboratory;

import org.opponency.physiology.Instrument;
import org.opponency.physiology.picture.EffectiveField;
import org.opponency.physiology.picture.FieldCell;
import org.opponency.physiology.picture.PictureLinearity;

/**
 * Instruments that show pictures to cells of a network that comes without any: Orchard's drawings.
 */
final class PictureInstruments {
  /** How linear cells are in pictures. */
  static final Instrument<PictureLinearity> LINEARITY =
      new Instrument<>(
          "linearity",
          "R^2 on held-out pictures (of 200 drawn ones, up to 16 patches each) of a ridge"
              + " regression from the pixels in the cell's field to its response, before the ReLU"
              + " and behind it (Lindsey et al. 2019). A linear cell has 100 %; behind a ReLU at the"
              + " mean of its responses about 73 % is left; a cell that squares has none.",
          PictureLinearity.class,
          (vision, layers) ->
              PictureLinearity.of(
                  vision,
                  layers,
                  PictureSample.drawn(
                      vision.architecture().imageSize(), PictureLinearity.PICTURES)));

  /** Which part of pictures moves cells. */
  static final Instrument<FieldCell> FIELDS =
      new Instrument<>(
          "effective",
          "Effective receptive fields (Luo et al. 2016): where the squared gradient of the response"
              + " lies, over 16 drawn pictures, how constant the gradient is from picture to picture"
              + " (100 % for a linear cell, about 6 % where none is like another), and how far its"
              + " surround opposes its middle.",
          FieldCell.class,
          (vision, layers) ->
              layers.stream()
                  .flatMap(
                      layer ->
                          EffectiveField.ofCells(
                              vision,
                              layer,
                              PictureSample.drawn(
                                  vision.architecture().imageSize(), EffectiveField.PICTURES))
                              .stream())
                  .toList());

  private PictureInstruments() {}
}
