package org.opponency.report;

/**
 * One picture of a contact sheet.
 *
 * @param image its id in its set
 * @param className its class
 */
record ShownPicture(String image, String className) {}
