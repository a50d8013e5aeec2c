/**
 * Adversarial attacks with the semantics of Foolbox 3, and the accuracy that is left under the
 * worst of them. An {@link org.opponency.attacks.AttackProtocol} says what is tried; an {@link
 * org.opponency.attacks.AttackQueue} tries it, batch by batch; each {@link
 * org.opponency.attacks.AttackOutcome} says whether one attack of one epsilon succeeded on one
 * image; {@link org.opponency.attacks.RobustAccuracy} sums them up. Start from {@code
 * study.store.RobustnessCache}, which keeps what was found and goes on from it.
 */
package org.opponency.attacks;
