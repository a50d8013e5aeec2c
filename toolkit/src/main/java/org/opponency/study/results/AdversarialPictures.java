package org.opponency.study.results;

import java.util.List;
import org.opponency.attacks.AdversarialPicture;
import org.opponency.study.networks.Provenance;

/**
 * What an attack makes of pictures.
 *
 * @param provenance where they come from
 * @param pictures the same pictures at one epsilon after the other
 * @param classes names in label order
 */
public record AdversarialPictures(
    Provenance provenance, List<AdversarialPicture> pictures, List<String> classes) {}
