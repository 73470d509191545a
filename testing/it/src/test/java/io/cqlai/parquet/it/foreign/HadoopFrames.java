package io.cqlai.parquet.it.foreign;

import io.airlift.compress.hadoop.HadoopStreams;
import io.airlift.compress.lz4.Lz4HadoopStreams;
import io.airlift.compress.lzo.LzoHadoopStreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses pages as Hadoop's own LZ4 and LZO codecs did: blocks behind two lengths, big-endian.
 *
 * <p>Source: Compression.md of the Parquet format, LZ4, on the deprecated codec's framing.
 */
final class HadoopFrames implements CompressionCodecFactory {

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED -> new Plain();
      case LZ4 -> new Framed(codec, new Lz4HadoopStreams());
      case LZO -> new Framed(codec, new LzoHadoopStreams());
      default -> throw new IllegalArgumentException("not framed: " + codec);
    };
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("the generator writes only");
  }

  @Override
  public void release() {
    // Nothing is pooled.
  }

  private record Framed(CompressionCodecName codec, HadoopStreams streams)
      implements BytesInputCompressor {

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      ByteArrayOutputStream compressed = new ByteArrayOutputStream();
      try (OutputStream framed = streams.createOutputStream(compressed)) {
        bytes.writeAllTo(framed);
      }
      return BytesInput.from(compressed.toByteArray());
    }

    @Override
    public CompressionCodecName getCodecName() {
      return codec;
    }

    @Override
    public void release() {
      // Nothing is pooled.
    }
  }

  private record Plain() implements BytesInputCompressor {

    @Override
    public BytesInput compress(BytesInput bytes) {
      return bytes;
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.UNCOMPRESSED;
    }

    @Override
    public void release() {
      // Nothing is pooled.
    }
  }
}
