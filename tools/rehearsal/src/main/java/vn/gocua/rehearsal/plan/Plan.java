package vn.gocua.rehearsal.plan;

import java.util.List;

/** A whole made-up campaign. The same facts and seed always make the same plan. */
public record Plan(CampaignFacts facts, List<PhonePlan> phones) {

  public Plan {
    phones = List.copyOf(phones);
  }

  public static Plan of(CampaignFacts facts, long seed) {
    return new Planner(facts).plan(seed);
  }
}
