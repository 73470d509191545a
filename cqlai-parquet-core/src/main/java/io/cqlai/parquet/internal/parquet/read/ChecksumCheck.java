package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.FileChecksum;
import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.value.ChecksumText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.apache.parquet.io.SeekableInputStream;

/** Reads all bytes of a file and compares them with the checksum in its footer. */
public final class ChecksumCheck {

  private static final int BUFFER_BYTES = 1 << 16;

  private ChecksumCheck() {}

  /** What a file's checksum says. */
  public enum Outcome {
    /** The file carries none. */
    NONE,
    /** The file carries none, and says that this library wrote it, which writes one. */
    LOST,
    /** Each byte is as it was written. */
    SAME,
    /** A byte is not as it was written. */
    OTHER
  }

  /**
   * Checks a file, whose footer was checked.
   *
   * @param step is called now and then; what it throws ends the reading
   * @throws TransferException STORAGE_FAILED
   */
  public static Outcome of(ParquetSource source, Runnable step) {
    String carried = source.metadata().getOrDefault(FileChecksum.KEY, FileChecksum.NONE);
    if (carried.equals(FileChecksum.NONE)) {
      return FileMetadata.isOurs(source.metadata()) ? Outcome.LOST : Outcome.NONE;
    }
    try (SeekableInputStream in = source.file().newStream()) {
      long size = source.file().getLength();
      byte[] tail = footer(in, size);
      int place = FileChecksum.place(tail);
      if (place < 0) {
        return Outcome.OTHER; // the key is there, and was not when it was written
      }
      byte[] none = FileChecksum.NONE.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(none, 0, tail, place, none.length);
      CRC32C sum = new CRC32C();
      in.seek(0);
      byte[] buffer = new byte[BUFFER_BYTES];
      for (long left = size - tail.length; left > 0; left -= Math.min(left, buffer.length)) {
        step.run();
        int count = (int) Math.min(left, buffer.length);
        in.readFully(buffer, 0, count);
        sum.update(buffer, 0, count);
      }
      sum.update(tail);
      return ChecksumText.of(sum).equals(carried) ? Outcome.SAME : Outcome.OTHER;
    } catch (IOException e) {
      throw ParquetSource.storageFailed(e, Place.file(source.name()));
    }
  }

  private static byte[] footer(SeekableInputStream in, long size) throws IOException {
    byte[] trailer = new byte[FileChecksum.TRAILER_BYTES];
    in.seek(size - trailer.length);
    in.readFully(trailer);
    int length = ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
    byte[] tail = new byte[length + trailer.length];
    in.seek(size - tail.length);
    in.readFully(tail);
    return tail;
  }
}
