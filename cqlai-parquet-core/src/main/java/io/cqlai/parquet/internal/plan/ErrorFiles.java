package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.option.IfExists;
import io.cqlai.parquet.spi.StagedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an import's rejected rows go: to a file of the format that they come from. Files of other
 * fields than the first get error files of their own: {@code rejects.parquet}, {@code
 * rejects-2.parquet}, …
 */
final class ErrorFiles {

  private ErrorFiles() {}

  /** Returns the error file of each file to import, in their order; empty without ERRFILE. */
  static List<Optional<StagedFile>> of(
      Storages storages, OptionSet options, List<OpenedFile> opened) {
    List<OpenedFile> kinds = new ArrayList<>();
    List<StagedFile> targets = new ArrayList<>();
    List<Optional<StagedFile>> files = new ArrayList<>();
    for (OpenedFile file : opened) {
      int kind = 0;
      while (kind < kinds.size() && !kinds.get(kind).source().sharesRejectsWith(file.source())) {
        kind++;
      }
      if (kind == kinds.size() && options.has(CopyOption.ERRFILE)) {
        kinds.add(file);
        String place = numbered(options.text(CopyOption.ERRFILE).orElse(""), kind + 1);
        FileFormat.checkErrorFile(place, file.format(), "an import of " + file.format());
        targets.add(staged(storages, place, opened));
      }
      files.add(targets.isEmpty() ? Optional.empty() : Optional.of(targets.get(kind)));
    }
    return files;
  }

  private static StagedFile staged(Storages storages, String place, List<OpenedFile> opened) {
    StagedFile file = storages.stage(place, IfExists.REPLACE);
    if (opened.stream().anyMatch(each -> each.name().equals(file.name()))) {
      throw TransferException.of(
          ErrorCode.BAD_OPTION,
          "ERRFILE is " + file.name() + ", which is one of the files to import",
          "Name another file");
    }
    return file;
  }

  private static String numbered(String place, int number) {
    if (number == 1) {
      return place;
    }
    int dot = place.lastIndexOf('.');
    int end = dot > place.lastIndexOf('/') + 1 ? dot : place.length();
    return place.substring(0, end) + "-" + number + place.substring(end);
  }
}
