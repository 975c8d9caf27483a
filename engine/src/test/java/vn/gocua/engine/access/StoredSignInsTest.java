package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.access.SignInLog.SignInFailed;
import vn.gocua.engine.access.SignInLog.SignInLocked;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.support.Golden;

/** The record of sign-ins that did not succeed, in journals out there, stays as it is. */
class StoredSignInsTest {
  private static final String ID = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a43";
  private static final String STREAM = "hong-van-45/sign-ins/2025-08-12";
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");
  private static final SignInFailed FAILED = new SignInFailed("leader", "password", AT);
  private static final SignInLocked LOCKED = new SignInLocked("leader", AT);

  @Test
  void shouldWriteAsEver() {
    Golden.assertSame(SignInLog.event(ID, STREAM, "sign-in-failed/1", FAILED), "sign-in-failed-1");
    Golden.assertSame(SignInLog.event(ID, STREAM, "sign-in-locked/1", LOCKED), "sign-in-locked-1");
  }

  @Test
  void shouldReadWhatWasWritten() {
    for (String file : List.of("sign-in-failed-1", "sign-in-locked-1")) {
      String json = Golden.withUnknownFields(Golden.event(file)).content();
      Record fact = file.equals("sign-in-failed-1") ? FAILED : LOCKED;
      Record read = EventCodec.read(json, fact.getClass());
      assertThat(read).isEqualTo(fact);
    }
  }
}
