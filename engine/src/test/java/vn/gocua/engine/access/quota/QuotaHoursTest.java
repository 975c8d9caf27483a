package vn.gocua.engine.access.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.rights.Authenticator;
import vn.gocua.protocol.refusal.Refusal;

/** The quota by itself: what it counts, for how long, and what it remembers. */
class QuotaHoursTest {
  @Test
  void shouldCountAnActOfWhoHangsUpMeanwhile() {
    PhoneQuota quota = new PhoneQuota(2, System::nanoTime, _ -> {});
    Authenticator.Act left = quota.act("a");
    left.done(true);
    left.recording();
    Authenticator.Act failed = quota.act("a");
    failed.recording();
    failed.done(false);
    Authenticator.Act counted = quota.act("a");
    counted.recording();
    counted.recording();
    counted.done(true);
    assertThatThrownBy(quota.act("a")::recording).isInstanceOf(Refusal.class);
  }

  @Test
  void shouldLetAPhoneGoOnAsItsHourPasses() {
    AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    List<String> told = new ArrayList<>();
    PhoneQuota quota = new PhoneQuota(100, now::get, told::add);
    quota.upload("a", 60).done(60);
    now.addAndGet(Duration.ofMinutes(30).toNanos());
    quota.upload("a", 60).done(60);
    assertThatThrownBy(() -> quota.upload("a", 1))
        .isInstanceOfSatisfying(
            Refusal.class, over -> assertThat(over.retryAfter()).isEqualTo(Duration.ofMinutes(30)));
    assertThat(told).containsExactly("a");
    now.addAndGet(Duration.ofMinutes(30).toNanos());
    quota.upload("a", 500).done(40);
    assertThatThrownBy(() -> quota.upload("a", 1)).isInstanceOf(Refusal.class);
    quota.upload("b", 1).done(1);
  }

  @Test
  void shouldNotTellLeadersOfUploadsThatOnlyWaitForEachOther() {
    List<String> told = new ArrayList<>();
    PhoneQuota quota = new PhoneQuota(10, System::nanoTime, told::add);
    PhoneQuota.Upload slow = quota.upload("a", 10);
    assertThatThrownBy(() -> quota.upload("a", 10))
        .isInstanceOfSatisfying(
            Refusal.class,
            over -> assertThat(over.retryAfter()).isLessThan(Duration.ofSeconds(10)));
    slow.done(0);
    quota.upload("a", 10).done(10);
    assertThat(told).isEmpty();
  }

  @Test
  void shouldRememberLittleHoweverOftenAPhoneSends() {
    AtomicLong now = new AtomicLong();
    QuotaHour hour = new QuotaHour(1_000_000);
    IntStream.range(0, 200_000)
        .forEach(_ -> {
          now.addAndGet(Duration.ofMillis(50).toNanos());
          assertThat(hour.take(1, now.get()).none()).isTrue();
          hour.done(1, 1, now.get());
        });
    assertThat(hour.remembered()).isLessThanOrEqualTo(361);
  }

  @Test
  void shouldHaveNoBoundIfItIsOff() {
    PhoneQuota off = new PhoneQuota(0, System::nanoTime, _ -> {});
    for (int i = 0; i < 10_000; i++) {
      off.upload("a", 500).done(500);
      off.act("a").recording();
    }
  }
}
