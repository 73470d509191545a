package io.cqlai.parquet.copy;

import static io.cqlai.parquet.copy.Direction.CAPTURE;
import static io.cqlai.parquet.copy.Direction.FROM;
import static io.cqlai.parquet.copy.Direction.TO;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The options that may follow WITH, and the path of a CAPTURE. This is their one list: the parser,
 * its hints, completion, help and the reference in docs are all made from it.
 *
 * <p>What a value becomes is said by {@link OptionValue}.
 */
public enum CopyOption {
  /** The format of the files. */
  FORMAT(
      all(),
      "by the file's extension",
      ChoiceKind.of("PARQUET", "CSV", "JSON")
          .unsupported(
              "this version does not have this format", "DELTA", "ARROW", "TENSORFLOW", "LANCE"),
      "the format of the files"),
  /** The codec of the pages. */
  COMPRESSION(
      written(),
      "SNAPPY",
      ChoiceKind.of("SNAPPY", "GZIP", "ZSTD", "LZ4", "NONE")
          .refusing("LZ4_RAW is what LZ4 writes: name it LZ4", "LZ4_RAW")
          .refusing("Parquet calls it NONE", "UNCOMPRESSED")
          .refusing("there is no encoder for it", "BROTLI", "LZO", "BZIP2", "XZ"),
      "the codec; LZ4 is written as LZ4_RAW, which every reader knows"),
  /** How hard the codec tries. */
  COMPRESSION_LEVEL(
      written(),
      "the codec's own",
      NumberKind.number(0, 22).described("a whole number: 1 to 22 for ZSTD, 0 to 9 for GZIP"),
      "how hard ZSTD or GZIP tries; COMPRESSION must name one of them"),
  /** Rows per chunk. */
  CHUNKSIZE(
      both(),
      "10,000 rows",
      NumberKind.rows(1, Integer.MAX_VALUE),
      "rows per chunk, the unit of memory and of progress; when it is given, no row group holds"
          + " more rows"),
  /** Bytes per row group. */
  ROWGROUP_BYTES(
      written(),
      "64 MiB, or heap ÷ (8 × WRITERS) where that is less",
      NumberKind.bytes(1_024, Integer.MAX_VALUE),
      "a row group closes at this many encoded bytes"),
  /** Rows per page of the driver. */
  PAGESIZE(
      written(),
      "5,000 rows",
      NumberKind.rows(1, Integer.MAX_VALUE),
      "the most rows that are asked of Cassandra in one page"),
  /** Rows in all. */
  LIMIT(
      EnumSet.of(TO),
      "all rows",
      NumberKind.rows(1, Long.MAX_VALUE),
      "the most rows that are exported in all"),
  /** Rows passed over. */
  SKIPROWS(
      EnumSet.of(FROM),
      "0",
      NumberKind.rows(0, Long.MAX_VALUE),
      "rows passed over at the start, counted over all files in their order"),
  /** Rows read. */
  MAXROWS(
      EnumSet.of(FROM),
      "all rows",
      NumberKind.rowsOrAll(),
      "the most rows that are read after SKIPROWS, over all files together"),
  /** What happens to a target that exists. */
  IF_EXISTS(
      EnumSet.of(TO),
      "REPLACE for a file, ERROR for a directory that is not empty",
      ChoiceKind.of("REPLACE", "ERROR")
          .unsupported("this version cannot add to what exists", "APPEND"),
      "what happens when the target exists: it is replaced at the end, or nothing starts; of"
          + " directories those are replaced that hold an earlier export and nothing else"),
  /** Bytes per file of a directory. */
  MAX_FILE_SIZE(
      EnumSet.of(TO),
      "512 MiB",
      NumberKind.bytes(1L << 20, Long.MAX_VALUE),
      "a target that is a directory: its files are full at about this many bytes"),
  /** Columns that only one side has. */
  SCHEMA_MODE(
      EnumSet.of(FROM),
      "EVOLVE",
      ChoiceKind.of("EVOLVE", "STRICT"),
      "EVOLVE leaves columns that only one side has as they are, and reports them; STRICT refuses"
          + " them"),
  /** Which conversions are allowed. */
  CONVERT(
      EnumSet.of(FROM),
      "SAFE",
      ChoiceKind.of("EXACT", "SAFE", "LENIENT"),
      "EXACT: the same type only; SAFE: what loses nothing, value by value; LENIENT: losses too,"
          + " counted"),
  /** What an absent value does. */
  NULLS(
      EnumSet.of(FROM),
      "UNSET",
      ChoiceKind.of("UNSET", "DELETE"),
      "an absent value leaves the column alone (UNSET) or deletes what is there (DELETE)"),
  /** The kind of write. */
  MODE(
      EnumSet.of(FROM),
      "UPSERT",
      ChoiceKind.of("UPSERT", "INSERT", "UPDATE", "COUNTER")
          .unsupported("change data capture is not supported by this version", "CDC"),
      "UPSERT writes; INSERT only rows that are new, UPDATE only rows that exist (both slow);"
          + " COUNTER adds"),
  /** The write time of the rows. */
  TIMESTAMP(
      EnumSet.of(FROM),
      "the start of the job",
      new EitherKind(
          NumberKind.number(Long.MIN_VALUE + 1, Long.MAX_VALUE)
              .described("microseconds since 1970-01-01 00:00 UTC"),
          ChoiceKind.of("SERVER")
              .unsupported("this version keeps no write times in its files", "KEEP")),
      "the write time of all rows; SERVER sends none, and running twice is then not the same as"
          + " once"),
  /** The life time of the rows. */
  TTL(
      EnumSet.of(FROM),
      "the table's own",
      new EitherKind(
          NumberKind.number(0, 630_720_000)
              .described("a whole number of seconds from 0 to 630,720,000"),
          ChoiceKind.of().unsupported("this version keeps no life times in its files", "KEEP")),
      "seconds until the rows expire; 0 for never, whatever the table's own is"),
  /** A named bundle of settings. */
  PROFILE(
      written(),
      "none",
      ChoiceKind.of("MIGRATION", "ANALYTICS")
          .unsupported("this version does not have this profile", "ML", "ARCHIVE"),
      "MIGRATION: every cell comes back equal by its bytes; ANALYTICS: types that Spark reads"),
  /** Other Parquet types for columns. */
  TYPES(
      written(),
      "by the CQL type",
      new TextKind("JSON, such as '{\"price\": \"DECIMAL(12,2)\"}'"),
      "another Parquet type for a column"),
  /** More metadata for the file. */
  METADATA(
      written(),
      "none",
      new TextKind("JSON, such as '{\"owner\": \"sales\"}'"),
      "entries for the file's key-value metadata"),
  /** Whether the first record names the columns. */
  HEADER(
      all(),
      "TRUE",
      ChoiceKind.of("TRUE", "FALSE"),
      "CSV: whether the first record names the columns; without one, an import takes them from its"
          + " column list, or in the table's order"),
  /** What divides fields. */
  DELIMITER(all(), "a comma", new CharacterKind(), "CSV: what divides fields"),
  /** What stands around fields. */
  QUOTE(
      all(), "a double quote", new CharacterKind(), "CSV: what stands around fields that need it"),
  /** What stands before a quote within quotes. */
  ESCAPE(
      all(),
      "as QUOTE",
      new CharacterKind(),
      "CSV: what stands before a quote within quotes; only QUOTE itself, so that it is written"
          + " twice"),
  /** What stands for null. */
  NULL(
      all(),
      "nothing",
      new AnyTextKind("text in single quotes, or '' for nothing"),
      "CSV: what stands for null; the same text in quotes is a value",
      "NULLVAL"),
  /** The encoding of the file. */
  ENCODING(
      all(),
      "UTF-8",
      new TextKind("the name of an encoding in single quotes"),
      "CSV: the encoding of the file"),
  /** How many rows may fail. */
  MAXERRORS(
      both(),
      "0",
      NumberKind.rowsOrAll(),
      "rows that may be refused before the job stops",
      "MAXINSERTERRORS",
      "MAXPARSEERRORS"),
  /** Where rows go that failed. */
  ERRFILE(
      both(),
      "none",
      new TextKind("a path in single quotes"),
      "the file for rows that are refused, with the reasons: of an import in the format of its"
          + " source, of an export Parquet"),
  /** Whether the job goes on from its checkpoint. */
  RESUME(
      both(),
      "FALSE",
      ChoiceKind.of("TRUE", "FALSE"),
      "keep a checkpoint, and go on from the one that is there: where the same statement was killed"
          + " or failed before, only what is missing is done"),
  /** Where the checkpoint is. */
  CHECKPOINT(
      both(),
      "beside the file",
      new TextKind("a path in single quotes"),
      "the local directory for the checkpoint; without RESUME one that is there is begun anew"),
  /** How many replicas must answer. */
  CONSISTENCY(
      all(),
      "LOCAL_QUORUM",
      ChoiceKind.of(
              "LOCAL_QUORUM", "LOCAL_ONE", "QUORUM", "ONE", "TWO", "THREE", "EACH_QUORUM", "ALL")
          .refusing("it is for conditional statements on one partition", "SERIAL", "LOCAL_SERIAL")
          .refusing("no replica would have to hold the rows", "ANY"),
      "how many replicas must answer"),
  /** How long a request may take. */
  REQUEST_TIMEOUT(
      all(), "60 s", new DurationKind(), "the time for one page or one write", "PAGETIMEOUT"),
  /** A profile of the driver's configuration. */
  EXECUTION_PROFILE(
      all(),
      "the default profile",
      new TextKind("the name of a profile in single quotes"),
      "the profile of the driver's configuration to start from"),
  /** Requests in flight. */
  CONCURRENCY(
      both(),
      "by cores and nodes",
      NumberKind.number(1, 32_768),
      "the most requests in flight: pages of token ranges, or writes",
      "MAXREQUESTS"),
  /** Threads that encode. */
  WRITERS(
      EnumSet.of(TO),
      "by cores and heap",
      NumberKind.number(1, 256),
      "the most threads that encode, each a row group of its own",
      "NUMPROCESSES"),
  /** How fast. */
  RATE(
      both(),
      "AUTO",
      new RateKind(),
      "the most rows or bytes per second; AUTO sets no bound, and sends less while the server does"
          + " not keep up",
      "INGESTRATE"),
  /** Where in the ring to begin. */
  BEGINTOKEN(
      EnumSet.of(TO),
      "the ring's start",
      NumberKind.number(Long.MIN_VALUE, Long.MAX_VALUE)
          .described("a token: a whole number of 64 bits"),
      "only partitions whose token is greater than this"),
  /** Where in the ring to end. */
  ENDTOKEN(
      EnumSet.of(TO),
      "the ring's end",
      NumberKind.number(Long.MIN_VALUE, Long.MAX_VALUE)
          .described("a token: a whole number of 64 bits"),
      "only partitions whose token is this or less");

  private final Set<Direction> directions;
  private final String defaultText;
  private final OptionKind kind;
  private final String help;
  private final List<String> aliases;

  CopyOption(
      Set<Direction> directions,
      String defaultText,
      OptionKind kind,
      String help,
      String... aliases) {
    this.directions = Collections.unmodifiableSet(directions);
    this.defaultText = defaultText;
    this.kind = kind;
    this.help = help;
    this.aliases = List.of(aliases);
  }

  private static Set<Direction> both() {
    return EnumSet.of(TO, FROM);
  }

  private static Set<Direction> written() {
    return EnumSet.of(TO, CAPTURE);
  }

  private static Set<Direction> all() {
    return EnumSet.allOf(Direction.class);
  }

  /** The option of this name or alias, in any case; empty where there is none. */
  public static Optional<CopyOption> named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (CopyOption option : values()) {
      if (option.name().equals(upper) || option.aliases.contains(upper)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  /** Other names that mean the same, known from other tools. */
  public List<String> aliases() {
    return aliases;
  }

  /** The statements that the option is for. */
  public Set<Direction> directions() {
    return directions;
  }

  /** The formats that the option is for, as {@link #FORMAT} names them. */
  public Set<String> formats() {
    return OptionFormats.of(this);
  }

  /** What holds when the option is not given, in words. */
  public String defaultText() {
    return defaultText;
  }

  /** What the value may be, in words. */
  public String valueText() {
    return kind.expected();
  }

  /** The words that the value may be; empty where it is not a choice. */
  public List<String> choices() {
    return kind.choices();
  }

  /** What the option does, in one line. */
  public String help() {
    return help;
  }

  /**
   * The value that a text stands for, as {@link OptionValue} has it: what a statement would make of
   * the text in quotes.
   *
   * @throws IllegalArgumentException if it stands for none; the message says why, as far as that is
   *     not plain from {@link #valueText()}
   */
  public Object parse(String text) {
    try {
      return kind.parse(new OptionKind.RawValue(text, true));
    } catch (RefusedValue refused) {
      throw new IllegalArgumentException(refused.reason(), refused);
    }
  }

  OptionKind kind() {
    return kind;
  }

  /** All names and aliases for one direction, in the order of this list. */
  static List<String> namesFor(Direction direction) {
    List<String> names = new ArrayList<>();
    for (CopyOption option : values()) {
      if (option.directions.contains(direction)) {
        names.add(option.name());
        names.addAll(option.aliases);
      }
    }
    return names;
  }
}
