package io.cqlai.parquet.internal.parquet;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Compression;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * The codecs of pages, in both directions and with nothing of Hadoop. One thread uses a factory and
 * what it gave at a time; {@link #release()} frees the memory that codecs hold outside the heap.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/Compression.md">the Parquet
 *     format, compression</a>
 */
public final class Codecs implements CompressionCodecFactory, AutoCloseable {

  private final List<PageCompressor> compressors = new ArrayList<>();
  private final Map<CompressionCodecName, PageDecompressor> decompressors =
      new EnumMap<>(CompressionCodecName.class);

  /** Returns the name under which a file says how it is compressed. */
  public static CompressionCodecName nameOf(Compression compression) {
    return switch (compression) {
      case NONE -> CompressionCodecName.UNCOMPRESSED;
      case SNAPPY -> CompressionCodecName.SNAPPY;
      case GZIP -> CompressionCodecName.GZIP;
      case ZSTD -> CompressionCodecName.ZSTD;
      case LZ4 -> CompressionCodecName.LZ4_RAW;
    };
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    return compressor(codec, null);
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec, int level) {
    return compressor(codec, level);
  }

  /**
   * Returns a new compressor.
   *
   * @param level how hard it tries, in the codec's own terms; null for the codec's default
   */
  public BytesInputCompressor compressor(CompressionCodecName codec, @Nullable Integer level) {
    PageCompressor compressor =
        switch (codec) {
          case UNCOMPRESSED -> new PageCompressor.None();
          case SNAPPY -> new PageCompressor.OfSnappy();
          case GZIP -> new GzipCompressor(level == null ? GzipCompressor.DEFAULT_LEVEL : level);
          case ZSTD -> new ZstdCompressor(level == null ? ZstdCompressor.DEFAULT_LEVEL : level);
          case LZ4_RAW -> new PageCompressor.OfLz4();
          case LZO, BROTLI, LZ4 ->
              throw TransferException.of(
                  ErrorCode.UNSUPPORTED,
                  "Parquet files are not written with " + codec,
                  "Use one of " + List.of(Compression.values()));
        };
    compressors.add(compressor);
    return compressor;
  }

  /**
   * Returns what reads pages of a codec, the same at each call.
   *
   * @throws TransferException when this version cannot read the codec
   */
  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return decompressors.computeIfAbsent(codec, Codecs::decompressor);
  }

  private static PageDecompressor decompressor(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED -> new PageDecompressor.None();
      case SNAPPY -> new PageDecompressor.OfSnappy();
      case GZIP -> new PageDecompressor.OfGzip();
      case ZSTD -> new ZstdDecompressor();
      case LZ4_RAW -> new PageDecompressor.OfLz4();
      case LZ4 -> new LegacyLz4Decompressor();
      case LZO -> new LzoPageDecompressor();
      case BROTLI ->
          throw TransferException.of(
              ErrorCode.UNSUPPORTED_FILE,
              "The file is compressed with BROTLI, for which there is no codec here",
              "Write it again with SNAPPY, GZIP, ZSTD, LZ4 or none");
    };
  }

  /** Frees what all compressors and decompressors of this factory hold; may be called again. */
  @Override
  public void release() {
    compressors.forEach(PageCompressor::release);
    compressors.clear();
    decompressors.values().forEach(PageDecompressor::release);
    decompressors.clear();
  }

  @Override
  public void close() {
    release();
  }
}
