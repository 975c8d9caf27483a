package vn.gocua.protocol.reading;

import vn.gocua.protocol.endpoint.Endpoint;
import vn.gocua.protocol.help.ContactInfo;
import vn.gocua.protocol.learning.LearnerList;

/** Leaders' readings of contacts, with the reason, and their limits. */
public final class ReadingEndpoints {
  public static final Endpoint<ReadingOrder, ContactInfo> CONTACT =
      Endpoint.post("/api/v1/help-requests/{code}/contact")
          .takes(ReadingOrder.class)
          .answers(ContactInfo.class);
  public static final Endpoint<ReadingOrder, LearnerList> ATTENDEES =
      Endpoint.post("/api/v1/classes/{class}/attendees")
          .takes(ReadingOrder.class)
          .answers(LearnerList.class);
  public static final Endpoint<Void, ContactReadings> READINGS =
      Endpoint.get("/api/v1/contact-readings").answers(ContactReadings.class);

  private ReadingEndpoints() {}
}
