package vn.gocua.kiosk.desk.phones.list;

import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.DeviceList;

/**
 * What leaders do with a phone: shut it out, name it, look at what it sent.
 *
 * @param attempt runs a call to the engine and tells of its failure; false then
 * @param say tells in passing what was done
 * @param sent shows what a phone sent
 */
public record PhoneActs(
    DeskContext desk,
    DeskSession session,
    Texts texts,
    Predicate<Runnable> attempt,
    Consumer<String> say,
    Consumer<DeviceList.Row> sent) {

  void revoke(DeviceList.Row phone) {
    if (attempt.test(
        () ->
            desk.engine().call(session.caller(), AccessEndpoints.REVOKE_DEVICE, phone.device()))) {
      done("phones.revoked");
    }
  }

  void name(DeviceList.Row phone) {
    new NameDialog(
            texts,
            phone,
            name -> {
              boolean named =
                  attempt.test(() -> {
                    var _ =
                        desk.engine()
                            .send(
                                session.caller(),
                                AccessEndpoints.NAME_DEVICE,
                                name,
                                phone.device());
                  });
              if (named) {
                done("phones.named");
              }
              return named;
            })
        .open();
  }

  private void done(String key) {
    say.accept(texts.get(key));
    desk.poller().refresh();
  }
}
