package io.cqlai.parquet.internal.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.format.TextInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordsTest {

  private final int most = new RecordHandler(TextInput.mostCharacters()).mostFields();
  @TempDir private Path directory;

  private CsvRecords records(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("records.csv"), text);
    return CsvRecords.open(new LocalInputFile(file), "records.csv", CsvSettings.DEFAULT);
  }

  @Test
  void aRecordOfDelimitersAloneEndsInAnErrorThatNamesItsLine() throws IOException {
    try (CsvRecords records = records("a,b\n" + ",".repeat(most) + "\nc,d\n")) {
      assertThat(records.next()).isTrue();

      TransferException failure = catchThrowableOfType(TransferException.class, records::next);

      assertThat(failure.code()).isEqualTo(ErrorCode.OUT_OF_MEMORY);
      assertThat(failure)
          .hasMessageContainingAll("records.csv", "line 2", "more than " + most + " fields");
    }
  }

  @Test
  void asManyFieldsAsTheHeapAllowsAreARecord() throws IOException {
    try (CsvRecords records = records(",".repeat(most - 1) + "\nc,d\n")) {
      assertThat(records.next()).isTrue();
      assertThat(records.record().size()).isEqualTo(most);
      assertThat(records.next()).isTrue();
      assertThat(records.record().fields()).containsExactly("c", "d");
    }
  }
}
