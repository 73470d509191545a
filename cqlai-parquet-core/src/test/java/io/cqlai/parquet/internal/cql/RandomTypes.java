package io.cqlai.parquet.internal.cql;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import com.datastax.oss.driver.internal.core.type.UserDefinedTypeBuilder;
import java.util.List;
import java.util.Random;

/** Types of the driver, nested at random. */
final class RandomTypes {

  static final List<DataType> SCALARS =
      List.of(
          DataTypes.ASCII,
          DataTypes.BIGINT,
          DataTypes.BLOB,
          DataTypes.BOOLEAN,
          DataTypes.DATE,
          DataTypes.DECIMAL,
          DataTypes.DOUBLE,
          DataTypes.DURATION,
          DataTypes.FLOAT,
          DataTypes.INET,
          DataTypes.INT,
          DataTypes.SMALLINT,
          DataTypes.TEXT,
          DataTypes.TIME,
          DataTypes.TIMESTAMP,
          DataTypes.TIMEUUID,
          DataTypes.TINYINT,
          DataTypes.UUID,
          DataTypes.VARINT);

  private final Random random;

  RandomTypes(Random random) {
    this.random = random;
  }

  DataType next(int depth) {
    boolean frozen = random.nextBoolean();
    switch (depth == 0 ? 6 : random.nextInt(8)) {
      case 0:
        return DataTypes.listOf(next(depth - 1), frozen);
      case 1:
        return DataTypes.setOf(next(depth - 1), frozen);
      case 2:
        return DataTypes.mapOf(next(depth - 1), next(depth - 1), frozen);
      case 3:
        return DataTypes.tupleOf(next(depth - 1), next(depth - 1));
      case 4:
        return DataTypes.vectorOf(next(depth - 1), 1 + random.nextInt(3));
      case 5:
        return userDefined(depth).copy(frozen);
      default:
        return SCALARS.get(random.nextInt(SCALARS.size()));
    }
  }

  private UserDefinedType userDefined(int depth) {
    return new UserDefinedTypeBuilder(
            CqlIdentifier.fromInternal("Ks"), CqlIdentifier.fromInternal("t" + depth))
        .withField(CqlIdentifier.fromInternal("a"), next(depth - 1))
        .withField(CqlIdentifier.fromInternal("b_2"), next(depth - 1))
        .build();
  }
}
