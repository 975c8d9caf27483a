package vn.gocua.engine.live;

import com.hazelcast.internal.serialization.SerializationService;
import com.hazelcast.internal.serialization.impl.DefaultSerializationServiceBuilder;

/** What moves between Hazelcast's members goes through its serialization. */
final class Moved {
  private static final SerializationService SERIALIZATION =
      new DefaultSerializationServiceBuilder()
          .addDataSerializableFactory(LiveSerialization.FACTORY, new LiveSerialization())
          .build();

  private Moved() {}

  static <T> T copy(T value) {
    return SERIALIZATION.toObject(SERIALIZATION.toData(value));
  }
}
