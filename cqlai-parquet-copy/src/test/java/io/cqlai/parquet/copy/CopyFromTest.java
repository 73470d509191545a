package io.cqlai.parquet.copy;

import static io.cqlai.parquet.copy.Parsed.from;
import static io.cqlai.parquet.copy.Parsed.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopyFromTest {

  @Test
  void loadsFilesInTheirOrder() {
    assertThat(from("COPY ks.t FROM 'b.parquet', 'a.parquet'"))
        .isEqualTo(
            new CopyFrom(
                name("ks", "t"), List.of(), List.of("b.parquet", "a.parquet"), Options.none()));
  }

  @Test
  void renamesFieldsToColumns() {
    CopyFrom copy = from("COPY t (id = key, name, \"Age\" = \"ageInYears\", x = \"a.b\") FROM 'f'");

    assertThat(copy.columns())
        .containsExactly(
            new ColumnMapping(new Name("id"), Optional.of("key")),
            new ColumnMapping(new Name("name"), Optional.empty()),
            new ColumnMapping(new Name("Age"), Optional.of("ageInYears")),
            new ColumnMapping(new Name("x"), Optional.of("a.b")));
  }

  @Test
  void fillsTwoColumnsFromOneField() {
    assertThat(from("COPY t (a = v, b = v) FROM 'f'").columns())
        .extracting(ColumnMapping::field)
        .containsExactly(Optional.of("v"), Optional.of("v"));
  }

  @Test
  void takesStdinForNoPath() {
    assertThat(from("COPY t (a) FROM STDIN WITH HEADER=false").paths()).isEmpty();
    assertThat(from("COPY t FROM 'stdin'").paths()).containsExactly("stdin");
  }

  @Test
  void keepsItsListsToItself() {
    CopyFrom copy = from("COPY t (a) FROM 'f'");

    assertThat(copy.columns()).isUnmodifiable();
    assertThat(copy.paths()).isUnmodifiable();
    assertThat(copy.options().asMap()).isUnmodifiable();
  }
}
