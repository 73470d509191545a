package io.cqlai.parquet.internal.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InetTextTest {

  @ParameterizedTest
  @CsvSource({
    "00000000, 0.0.0.0",
    "ffffffff, 255.255.255.255",
    "7f000001, 127.0.0.1",
    "00000000000000000000000000000000, ::",
    "00000000000000000000000000000001, ::1",
    "00010000000000000000000000000000, 1::",
    "00000000000000000000ffff01020304, ::ffff:1.2.3.4",
    "00000000000000000000ffff00000000, ::ffff:0.0.0.0",
    "00000000000000000000000001020304, ::102:304",
    "20010db8000000000000000000000001, 2001:db8::1",
    "20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1",
    "20010db8000000000001000000000001, 2001:db8::1:0:0:1",
    "20010000000000010000000000000001, 2001:0:0:1::1",
    "00000001000200030004000500060007, 0:1:2:3:4:5:6:7",
    "00010002000300040005000600070000, 1:2:3:4:5:6:7:0",
    "00000000000300040005000600070008, ::3:4:5:6:7:8",
    "00010002000300040005000600000000, 1:2:3:4:5:6::",
    "fe800000000000000202b3fffe1e8329, fe80::202:b3ff:fe1e:8329",
    "ffffffffffffffffffffffffffffffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
  })
  void writesTheCanonicalFormAndReadsItBack(String hex, String text) {
    ByteBuffer cell = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    assertThat(InetText.format(cell)).isEqualTo(text);
    assertThat(InetText.parse(text)).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:DB8:0:0:0:0:0:1, 20010db8000000000000000000000001",
    "2001:0db8::0001, 20010db8000000000000000000000001",
    "1:2:3:4:5:6:7::, 00010002000300040005000600070000",
    "::2:3:4:5:6:7:8, 00000002000300040005000600070008",
    "1:2:3:4:5:6:1.2.3.4, 00010002000300040005000601020304",
    "64:ff9b::192.0.2.33, 0064ff9b0000000000000000c0000221",
    "::1.2.3.4, 00000000000000000000000001020304",
    "0:0:0:0:0:FFFF:1.2.3.4, 00000000000000000000ffff01020304"
  })
  void readsOtherFormsOfAnAddress(String text, String hex) {
    assertThat(InetText.parse(text)).isEqualTo(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        "cafe",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.04",
        "01.2.3.4",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "1.2.3.4 ",
        "+1.2.3.4",
        "0x1.2.3.4",
        "1.2.3.1000",
        ":",
        ":::",
        "1:",
        ":1",
        "::1:",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "12345::",
        "g::",
        "fe80::1%eth0",
        "fe80::1%1",
        "[::1]",
        "::1/64",
        "::1.2.3",
        "::1.2.3.4:5",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::1.2.3.256",
        "::\u0661",
        "1.2.3.\u0664",
        "::-1"
      })
  void refusesWhatIsNoAddressWithoutALookUp(String text) {
    assertThat(InetText.parse(text)).isNull();
  }

  @Test
  void readsWhatTheJdkWritesAndWritesWhatTheJdkReads() throws Exception {
    Random random = new Random(11);
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = new byte[random.nextInt(4) == 0 ? 4 : 16];
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = (byte) (random.nextInt(3) == 0 ? random.nextInt() : 0);
      }
      ByteBuffer cell = ByteBuffer.wrap(bytes);
      InetAddress address =
          bytes.length == 4
              ? InetAddress.getByAddress(bytes)
              : Inet6Address.getByAddress(null, bytes, -1);
      assertThat(InetText.parse(address.getHostAddress())).isEqualTo(cell);
      assertThat(InetAddress.getByName(InetText.format(cell)).getAddress()).isEqualTo(bytes);
      assertThat(InetText.parse(InetText.format(cell))).isEqualTo(cell);
    }
  }

  @Test
  void refusesCellsOfAnotherSize() {
    assertThatThrownBy(() -> InetText.format(ByteBuffer.allocate(5)))
        .hasMessage("an internet address has 4 or 16 bytes, not 5");
  }

  @Test
  void respectsPositionAndLimit() {
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {9, 1, 2, 3, 4, 9}, 1, 4);
    assertThat(InetText.format(buffer)).isEqualTo("1.2.3.4");
    assertThat(buffer.position()).isEqualTo(1);
  }
}
