package io.cqlai.parquet.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifyTest {

  @Test
  void readsAFileAlone() {
    assertThat(Statements.parse("verify 'users.parquet' ; -- that is all"))
        .isEqualTo(new Verify("users.parquet", Optional.empty(), Verify.Relation.EQUAL));
  }

  @Test
  void comparesWithATable() {
    Verify verify = (Verify) Statements.parse("VERIFY 'u.parquet'\n  AGAINST shop.\"Users\"");
    assertThat(verify.table().orElseThrow())
        .isEqualTo(new TableName(Optional.of(new Name("shop")), new Name("Users")));
    assertThat(verify.relation()).isEqualTo(Verify.Relation.EQUAL);
  }

  @Test
  void letsTheTableHaveOtherRows() {
    Verify verify = (Verify) Statements.parse("VERIFY 'u.parquet' WITHIN users");
    assertThat(verify.table().orElseThrow())
        .isEqualTo(new TableName(Optional.empty(), new Name("users")));
    assertThat(verify.relation()).isEqualTo(Verify.Relation.CONTAINED);
  }
}
