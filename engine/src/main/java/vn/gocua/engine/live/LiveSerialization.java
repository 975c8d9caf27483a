package vn.gocua.engine.live;

import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;

/** Class ids of the live view's messages between members. */
final class LiveSerialization implements DataSerializableFactory {
  static final int FACTORY = 4721;
  static final int ENTRY = 1;
  static final int APPLY = 2;
  static final int READ = 3;
  static final int ENTRY_STATE = 4;
  static final int COMPARE = 5;

  @Override
  public IdentifiedDataSerializable create(int typeId) {
    return switch (typeId) {
      case ENTRY -> new LiveEntry();
      case APPLY -> new ApplyEvents();
      case READ -> new ReadEntry();
      case ENTRY_STATE -> new EntryState();
      case COMPARE -> new CompareIds();
      default -> throw new IllegalArgumentException("no such type of the live view: " + typeId);
    };
  }
}
