package vn.gocua.engine.help.carry;

import vn.gocua.engine.help.service.TicketSecrets;
import vn.gocua.engine.help.state.HelpFact;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.state.Repository;
import vn.gocua.engine.vault.Vault;

/**
 * The stores of one campaign, without an engine.
 *
 * @param campaign its id
 */
public record CampaignStores(String campaign, Journal journal, GroupCommit commit, Vault vault) {

  Repository<HelpFact, HelpRequest> requests() {
    return new Repository<>(HelpRequest.kind(campaign), journal, commit);
  }

  TicketSecrets secrets() {
    return new TicketSecrets(vault);
  }
}
