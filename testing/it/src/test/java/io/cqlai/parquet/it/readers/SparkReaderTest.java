package io.cqlai.parquet.it.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.it.foreign.ForeignCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class SparkReaderTest {

  @Test
  void readsTypesAndRowsAndTellsWhatSparkRefuses() throws IOException {
    List<Answer> answers =
        new SparkReader()
            .readAll(
                List.of(
                    path("pyarrow_nested_v1"), path("pyarrow_int96"), path("polars_scalars_zstd")));
    FileContents nested = answers.get(0).contents();
    FileContents duckDbs = new DuckDbReader().read(path("pyarrow_nested_v1"));
    assertThat(nested.rows()).isEqualTo(duckDbs.rows());
    assertThat(nested.types()).containsEntry("pair", "struct<field_0:int,field_1:string>");
    assertThat(answers.get(1).contents().rows())
        .isEqualTo(new DuckDbReader().read(path("pyarrow_int96")).rows());
    assertThat(answers.get(2).refusal())
        .as("FLOAT16 and TIME are unknown to Spark 3.5")
        .isNotNull();
    assertThatThrownBy(() -> answers.get(2).contents())
        .hasMessageContaining("the file was refused");
  }

  private static Path path(String name) throws IOException {
    return ForeignCase.all().stream()
        .filter(foreign -> foreign.name().equals(name))
        .findFirst()
        .orElseThrow()
        .path();
  }
}
