package vn.gocua.engine.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.campaign.CampaignInfo.Named;

/**
 * An object with a stable code (kept in events) and a name (shown to people): an activity, a
 * priority group, a hamlet.
 */
public record CodedName(String code, String name) {
  /** The name of a code; null if none of these has it. */
  public static @Nullable String of(List<CodedName> all, String code) {
    return all.stream()
        .filter(each -> each.code().equals(code))
        .map(CodedName::name)
        .findFirst()
        .orElse(null);
  }

  /** The same for clients. */
  public Named named() {
    return new Named(code, name);
  }
}
