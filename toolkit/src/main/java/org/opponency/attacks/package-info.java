/**
 * Adversarial attacks with the semantics of Foolbox 3, and the accuracy that is left under the
 * worst of them.
 */
package org.opponency.attacks;
