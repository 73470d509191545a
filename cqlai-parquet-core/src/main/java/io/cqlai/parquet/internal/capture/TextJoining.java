package io.cqlai.parquet.internal.capture;

import io.cqlai.parquet.internal.format.TextFormat;
import io.cqlai.parquet.internal.plan.CaptureFormat;
import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;

/** Lines of text: bytes behind bytes, with one header. Without a header, any lines go together. */
final class TextJoining implements Joining {

  @Override
  public Optional<String> difference(CaptureFormat before, CaptureFormat now) {
    return ResultDifference.between(format(before).headerNames(), format(now).headerNames());
  }

  @Override
  public Optional<String> difference(NamedInput there, CaptureFormat now) {
    TextFormat format = format(now);
    return there.bytes() == 0
        ? Optional.empty()
        : ResultDifference.between(
            format.headerNames(there.file(), there.name()), format.headerNames());
  }

  @Override
  public String remedy() {
    return "The header names the columns of all rows: capture this result to another file, or"
        + " capture to JSON, or with HEADER=false, where results may differ";
  }

  @Override
  public void check(NamedInput there) {
    there.bytes();
  }

  @Override
  public long write(
      @Nullable NamedInput before,
      List<PartFile> parts,
      CaptureFormat written,
      String queries,
      StagedFile whole)
      throws IOException {
    TextFormat format = format(written);
    try (PositionOutputStream out = whole.output().createOrOverwrite(0)) {
      if (before != null) {
        copy(before, 0, out);
        out.write(missingLineEnd(before, format.lineEnd()));
      }
      for (PartFile part : parts) {
        copy(part.input(), out.getPos() == 0 ? 0 : format.header().length, out);
      }
      return out.getPos();
    }
  }

  private static void copy(NamedInput file, long from, OutputStream out) throws IOException {
    try (SeekableInputStream in = file.file().newStream()) {
      in.seek(from);
      in.transferTo(out);
    }
  }

  /** What others wrote may end in the middle of a line. */
  private static byte[] missingLineEnd(NamedInput file, byte[] lineEnd) throws IOException {
    long length = file.file().getLength();
    if (length == 0) {
      return new byte[0];
    }
    byte[] last = new byte[lineEnd.length];
    if (length >= last.length) {
      try (SeekableInputStream in = file.file().newStream()) {
        in.seek(length - last.length);
        in.readFully(last);
      }
    }
    return Arrays.equals(last, lineEnd) ? new byte[0] : lineEnd;
  }

  private static TextFormat format(CaptureFormat result) {
    return (TextFormat) result.format();
  }
}
