package vn.gocua.engine.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The work that a packed body may cause is bounded, whatever comes out of it. */
class UnpackingTest {
  private static final int LIMIT = 64 * 1024;

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packer = new GZIPOutputStream(out)) {
      packer.write(plain);
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream packer = new DeflaterOutputStream(out)) {
      packer.write(plain);
    }
    return out.toByteArray();
  }

  private static byte[] times(byte[] one, int count) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      all.writeBytes(one);
    }
    return all.toByteArray();
  }

  @Test
  void shouldStopWhereMoreComesOutThanMay() throws IOException {
    byte[] plain = new byte[50 << 20];
    assertThat(Unpacking.gunzipped(gzip(new byte[LIMIT]), LIMIT)).hasSize(LIMIT);
    assertThatThrownBy(() -> Unpacking.gunzipped(gzip(new byte[LIMIT + 1]), LIMIT))
        .isInstanceOf(Unpacking.TooMuch.class);
    assertThatThrownBy(() -> Unpacking.gunzipped(gzip(plain), LIMIT))
        .isInstanceOf(Unpacking.TooMuch.class);
    assertThatThrownBy(() -> Unpacking.inflated(deflate(plain), LIMIT))
        .isInstanceOf(Unpacking.TooMuch.class);
  }

  /** The JDK's own reader calls itself once a member that nothing comes out of. */
  @ParameterizedTest
  @ValueSource(ints = {100, 50_000})
  void shouldNotExhaustTheStackWithEmptyMembers(int members) throws IOException {
    byte[] packed = times(gzip(new byte[0]), members);
    assertThatThrownBy(() -> Unpacking.gunzipped(packed, LIMIT)).isInstanceOf(IOException.class);
  }

  @Test
  void shouldReadOneMemberAfterAnother() throws IOException {
    byte[] packed = times(gzip("Gõ Cửa ".getBytes(StandardCharsets.UTF_8)), 3000);
    assertThat(new String(Unpacking.gunzipped(packed, LIMIT), StandardCharsets.UTF_8))
        .isEqualTo("Gõ Cửa ".repeat(3000));
  }

  @Test
  void shouldRefuseWhatIsCutOff() throws IOException {
    byte[] packed = gzip("một lượt hỗ trợ".getBytes(StandardCharsets.UTF_8));
    byte[] cut = java.util.Arrays.copyOf(packed, packed.length - 9);
    assertThatThrownBy(() -> Unpacking.gunzipped(cut, LIMIT)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Unpacking.inflated(new byte[] {1, 2, 3}, LIMIT))
        .isInstanceOf(IOException.class);
  }
}
