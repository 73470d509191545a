package io.cqlai.parquet.copy;

import java.util.EnumSet;
import java.util.Set;

/** Which options are for some formats only. */
final class OptionFormats {

  private static final Set<CopyOption> PARQUET =
      EnumSet.of(
          CopyOption.COMPRESSION,
          CopyOption.COMPRESSION_LEVEL,
          CopyOption.ROWGROUP_BYTES,
          CopyOption.CONVERT,
          CopyOption.PROFILE,
          CopyOption.TYPES,
          CopyOption.METADATA);

  private static final Set<CopyOption> CSV =
      EnumSet.of(
          CopyOption.HEADER,
          CopyOption.DELIMITER,
          CopyOption.QUOTE,
          CopyOption.ESCAPE,
          CopyOption.NULL,
          CopyOption.ENCODING);

  private OptionFormats() {}

  static Set<String> of(CopyOption option) {
    if (PARQUET.contains(option)) {
      return Set.of("PARQUET");
    }
    return CSV.contains(option) ? Set.of("CSV") : Set.copyOf(CopyOption.FORMAT.choices());
  }
}
