package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Writes POMs that only name what a notebook depends on. */
final class Pom {
  private static final String PART = "([\\w.-]+)";
  private static final Pattern ARTIFACT =
      Pattern.compile(PART + ":" + PART + "(?::" + PART + "(?::" + PART + ")?)?:" + PART);

  private Pom() {}

  /** Names artifacts {@code group:artifact[:packaging[:classifier]]:version}, and where to look. */
  static String of(List<String> artifacts, Map<String, String> repositories) {
    String where =
        repositories.entrySet().stream()
            .map(
                repository ->
                    element(
                        "repository",
                        element("id", Html.escape(repository.getKey()))
                            + element("url", Html.escape(repository.getValue()))))
            .collect(Collectors.joining());
    return project(
        artifacts.stream().map(Pom::dependency).collect(Collectors.joining("\n")), where);
  }

  /** Collects the elements {@code <dependency>} and {@code <repository>} of a piece of XML. */
  static String ofElements(String xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      // By default mistakes are printed as well as thrown.
      builder.setErrorHandler(null);
      Document document =
          builder.parse(new InputSource(new StringReader("<part>" + xml + "</part>")));
      return project(elements(document, "dependency"), elements(document, "repository"));
    } catch (SAXException | ParserConfigurationException | TransformerException e) {
      throw new IOException(
          "Expected <dependency> and <repository> elements, got what is no XML: " + e.getMessage(),
          e);
    }
  }

  private static String elements(Document document, String name) throws TransformerException {
    Transformer transformer = TransformerFactory.newInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter text = new StringWriter();
    NodeList found = document.getElementsByTagName(name);
    for (int i = 0; i < found.getLength(); i++) {
      transformer.transform(new DOMSource(found.item(i)), new StreamResult(text));
    }
    return text.toString();
  }

  private static String project(String dependencies, String repositories) {
    return format(
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>notebook</groupId>
          <artifactId>notebook</artifactId>
          <version>1</version>
          <repositories>
        %s
          </repositories>
          <dependencies>
        %s
          </dependencies>
        </project>
        """,
        repositories, dependencies);
  }

  private static String dependency(String artifact) {
    Matcher matcher = ARTIFACT.matcher(artifact);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          format("Expected group:artifact:version, got %s", artifact));
    }
    return element(
        "dependency",
        element("groupId", matcher.group(1))
            + element("artifactId", matcher.group(2))
            + element("version", matcher.group(5))
            + element("type", matcher.group(3))
            + element("classifier", matcher.group(4)));
  }

  private static String element(String name, String content) {
    return content == null ? "" : format("<%s>%s</%s>", name, content, name);
  }
}
