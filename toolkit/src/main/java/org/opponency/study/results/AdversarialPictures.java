package org.opponency.study.results;

import java.util.List;
import org.opponency.attacks.AdversarialPicture;
import org.opponency.study.networks.Provenance;

/**
 * What an attack makes of pictures.
 *
 * @param provenance where they come from
 * @param network name of the one attacked
 * @param pictures the same pictures at one epsilon after the other
 * @param classes names in label order
 */
public record AdversarialPictures(
    Provenance provenance,
    String network,
    List<AdversarialPicture> pictures,
    List<String> classes) {}
