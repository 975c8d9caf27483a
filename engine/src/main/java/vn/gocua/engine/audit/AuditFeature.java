package vn.gocua.engine.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.AccessFeature.KnownPhone;
import vn.gocua.engine.access.SignInLog;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.fact.AuditLine;
import vn.gocua.engine.fact.AuditSource;
import vn.gocua.engine.fact.Told;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.stores.VaultFact;
import vn.gocua.engine.vault.AccessLog;

/** The audit: who did what when. */
public final class AuditFeature implements Feature {
  private final CampaignContext context;
  private final ExportLog log;
  private final AuditTrail trail;
  private final Sentences.Names names;

  /**
   * @param phones known ones by id
   * @param classes titles by id
   */
  public AuditFeature(
      CampaignContext context,
      ExportLog log,
      Function<String, @Nullable KnownPhone> phones,
      Function<String, @Nullable String> classes) {
    this.context = context;
    this.names = new Sentences.Names(phones, classes);
    this.log = log;
    this.trail = new AuditTrail(context.journal(), this::sources);
  }

  /** Sources of the repositories, and those outside repositories. */
  private Collection<AuditSource> sources() {
    String campaign = context.campaign().id();
    Map<String, AuditSource> byPrefix = new TreeMap<>(context.repositories().audited());
    Stream.of(
            SignInLog.audited(campaign),
            AccessLog.audited(campaign),
            ExportLog.audited(campaign),
            CheckInEvents.audited(campaign),
            AuditSource.of(campaign + "/vault", VaultFact.FACTS, (_, _) -> Told.NOTHING))
        .forEach(source -> byPrefix.put(source.prefix(), source));
    return byPrefix.values();
  }

  /**
   * Audited lines, oldest first. Blocks.
   *
   * @param before excludes lines from this moment on
   * @param codes of their kinds
   */
  public List<AuditLine> lines(Instant from, Instant before, Set<String> codes) {
    return trail.all(new AuditTrail.Wanted(from, before, null, codes));
  }

  @Override
  public void routes(Api api) {
    new AuditRoutes(
            context.campaign().zone(),
            trail,
            log,
            texts -> new Sentences(texts, context.campaign(), names))
        .mount(api);
  }
}
