package io.cqlai.parquet.it.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.it.readers.DuckDbType.Elements;
import io.cqlai.parquet.it.readers.DuckDbType.Entries;
import io.cqlai.parquet.it.readers.DuckDbType.Fields;
import io.cqlai.parquet.it.readers.DuckDbType.Scalar;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DuckDbTypeTest {

  private static final DuckDbType INTEGER = new Scalar("INTEGER");

  @Test
  void parsesScalarsWithoutTheirParameters() {
    assertThat(DuckDbType.parse("DECIMAL(38,2)")).isEqualTo(new Scalar("DECIMAL"));
    assertThat(DuckDbType.parse("ENUM('a)', 'it''s')")).isEqualTo(new Scalar("ENUM"));
    assertThat(DuckDbType.parse("\"NULL\"")).isEqualTo(new Scalar("NULL"));
    assertThat(DuckDbType.parse("TIMESTAMP WITH TIME ZONE"))
        .isEqualTo(new Scalar("TIMESTAMP WITH TIME ZONE"));
  }

  @Test
  void parsesTypesInEachOther() {
    assertThat(DuckDbType.parse("MAP(DATE, STRUCT(\"a \"\"b\" INTEGER[3][], c INTEGER))[]"))
        .isEqualTo(
            new Elements(
                new Entries(
                    new Scalar("DATE"),
                    new Fields(
                        Map.of("a \"b", new Elements(new Elements(INTEGER)), "c", INTEGER)))));
  }

  @Test
  void refusesWhatIsNoType() {
    assertThatThrownBy(() -> DuckDbType.parse("INTEGER)")).hasMessageContaining("INTEGER)");
    assertThatThrownBy(() -> DuckDbType.parse("MAP(INTEGER)")).hasMessageContaining("expected");
  }
}
