package vn.gocua.engine.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings that all engines of one cluster share. Each carries them as attributes of its Hazelcast
 * member; a joining engine that differs does not start.
 *
 * @param journal identifies the journal; engines with two journals are two clusters
 */
public record ClusterIdentity(
    String journal, String campaign, String startDate, String zone, int days) {
  private static final String PREFIX = "gocua.";

  /** The settings as attributes of a member. */
  public Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(PREFIX + "journal", journal);
    attributes.put(PREFIX + "campaign", campaign);
    attributes.put(PREFIX + "startDate", startDate);
    attributes.put(PREFIX + "zone", zone);
    attributes.put(PREFIX + "days", String.valueOf(days));
    return attributes;
  }

  /** Describes how other members differ from this one; empty if they agree. */
  public Optional<String> disagreement(HazelcastInstance hazelcast) {
    List<String> differences = new ArrayList<>();
    for (Member member : hazelcast.getCluster().getMembers()) {
      if (!member.localMember()) {
        attributes().forEach((name, own) -> compare(member, name, own, differences));
      }
    }
    return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
  }

  private static void compare(Member member, String name, String own, List<String> differences) {
    String other = member.getAttribute(name);
    if (!own.equals(other)) {
      differences.add(
          member.getAddress()
              + ": "
              + name.substring(PREFIX.length())
              + " «"
              + other
              + "» ≠ «"
              + own
              + "»");
    }
  }
}
