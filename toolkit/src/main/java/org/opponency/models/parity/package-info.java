/**
 * What networks make of inputs that Python can draw as well, small enough to be kept: our half of
 * each comparison with PyTorch. The other half comes from {@code environment/golden/models.py}.
 */
package org.opponency.models.parity;
