package io.cqlai.parquet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Everything that a caller can name is documented, and so is every public type within. */
class CommentsTest {

  @Test
  void everyPublicNameHasAComment() throws IOException {
    assertThat(uncommented(Sources.main())).isEmpty();
  }

  private static List<String> uncommented(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager fileManager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask parser =
          (JavacTask)
              compiler.getTask(
                  null,
                  fileManager,
                  null,
                  List.of("-proc:none"),
                  null,
                  fileManager.getJavaFileObjectsFromPaths(files));
      DocTrees comments = DocTrees.instance(parser);
      for (CompilationUnitTree file : parser.parse()) {
        new CommentScanner(comments, found).scan(file, null);
      }
    }
    return found;
  }
}
