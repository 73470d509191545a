package io.cqlai.parquet.internal.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.report.Loss;
import org.junit.jupiter.api.Test;

class UnknownMembersTest {

  @Test
  void aHundredNamesAreToldApart() {
    UnknownMembers members = new UnknownMembers();
    for (int i = 0; i < 300; i++) {
      members.count("m" + i % 150);
    }

    assertThat(members.losses())
        .hasSize(101)
        .contains(new Loss("m0", "no column takes it", 2))
        .contains(new Loss("(others)", "no column takes it", 100));
  }
}
