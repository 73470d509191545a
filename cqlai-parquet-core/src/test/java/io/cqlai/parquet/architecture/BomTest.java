package io.cqlai.parquet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The bom stands alone, so nothing but this keeps it in step with the modules. */
class BomTest {

  private static final Path PROJECT = Path.of("..");
  private static final Path BOM = PROJECT.resolve("cqlai-parquet-bom");
  private static final String SKIPS_DEPLOYING = "/project/properties/maven.deploy.skip[.='true']";

  @Test
  void theBomHasTheVersionOfTheModules() throws Exception {
    assertThat(texts(BOM, "/project/version")).isEqualTo(texts(PROJECT, "/project/version"));
  }

  @Test
  void theBomListsEveryModuleThatIsDeployedAndNoOther() throws Exception {
    List<String> deployed = new ArrayList<>();
    for (String module : texts(PROJECT, "/project/modules/module")) {
      Path directory = PROJECT.resolve(module);
      boolean isBom = Files.isSameFile(directory, BOM);
      if (!isBom && texts(directory, SKIPS_DEPLOYING).isEmpty()) {
        deployed.addAll(texts(directory, "/project/artifactId"));
      }
    }
    assertThat(texts(BOM, "/project/dependencyManagement/dependencies/dependency/artifactId"))
        .containsExactlyInAnyOrderElementsOf(deployed);
  }

  @Test
  void theBomBringsNoVersionsOfOthers() throws Exception {
    assertThat(texts(BOM, "/project/parent")).isEmpty();
  }

  private static List<String> texts(Path module, String path) throws Exception {
    File file = module.resolve("pom.xml").toFile();
    Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
    XPath xpath = XPathFactory.newInstance().newXPath();
    NodeList nodes = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
