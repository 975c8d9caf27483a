package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.testkit.page.PhonePage;

/** Links are made by anybody: none costs the phone more than its length says, or stops it. */
@ExtendWith(SharedHall.Extension.class)
class PhoneLinkIT {
  private static final int PIECE = 4_000;
  private static SharedHall hall;

  @BeforeAll
  static void start(SharedHall shared) {
    hall = shared;
  }

  @AfterEach
  void putAway() {
    hall.browser().closePages();
  }

  /** As the browser takes it: much of it is no URI to Java. */
  private static PhonePage opened(String fragment) {
    PhonePage phone = PhonePage.blank(hall.browser());
    phone.page().navigate(hall.engine().url("/") + fragment);
    return phone;
  }

  @Test
  void shouldReadALinkInTimeThatGrowsWithItsLength() {
    PhonePage phone = opened("#".repeat(200_000));
    phone.page().waitForSelector(".enrol");
    phone.page().fill("#code", "#".repeat(300_000) + "code=sai-ma-nay-0000");
    phone.page().tap(".code button");
    phone.page().waitForSelector("text=Mã ghi danh không đúng, đã hết hạn hoặc đã dùng hết.");
  }

  @Test
  void shouldTakeACodeThatNoBrowserEncodedAsAWrongOne() {
    for (String fragment : List.of("#code=%zz", "#code=%E1%BB", "#x&code=%")) {
      PhonePage phone = opened(fragment);
      phone.page().waitForSelector("text=Mã ghi danh không đúng, đã hết hạn hoặc đã dùng hết.");
      assertThat(phone.page().url()).doesNotContain("code");
    }
  }

  @Test
  void shouldNotUnpackABackupWithoutEnd() throws IOException {
    PhonePage phone = PhonePage.blank(hall.browser());
    for (String link : links(new byte[64 << 20])) {
      phone.open(hall.engine().url("/" + link));
      phone.page().waitForSelector(".handover");
      assertThat(phone.page().url()).doesNotContain("b=1");
    }
    phone.page().waitForSelector("text=Các mã này không ghép lại được.");
  }

  private static List<String> links(byte[] file) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(file);
    }
    CRC32 crc = new CRC32();
    crc.update(packed.toByteArray());
    String data = Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    int count = (data.length() + PIECE - 1) / PIECE;
    List<String> links = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String piece = data.substring(i * PIECE, Math.min(data.length(), (i + 1) * PIECE));
      links.add("#b=1.%08x.%d.%d.%s".formatted(crc.getValue(), i + 1, count, piece));
    }
    return links;
  }
}
