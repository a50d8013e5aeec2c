/** What networks decide, and measures of it. Inference writes predictions; measures read them. */
package org.opponency.evaluation;
