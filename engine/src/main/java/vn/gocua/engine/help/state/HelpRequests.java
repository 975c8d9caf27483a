package vn.gocua.engine.help.state;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gocua.engine.state.RememberedRepository;
import vn.gocua.engine.state.Versioned;

/** Queries on all help requests in this node's memory. Nothing here blocks. */
public record HelpRequests(RememberedRepository<HelpFact, HelpRequest> repository) {

  /** The code of some request. */
  public Optional<String> any() {
    return repository.keys().stream().findAny();
  }

  /** Those that are not over, oldest first. */
  public List<Versioned<HelpRequest>> unfinished() {
    return repository.allVersioned().stream()
        .filter(request -> !request.known().isOver())
        .sorted(
            Comparator.comparing(
                Versioned::known,
                Comparator.comparing((HelpRequest request) -> request.asked().at())
                    .thenComparing(HelpRequest::code)))
        .toList();
  }

  /** The refs of all contacts that are to be kept. */
  public Set<String> contacts() {
    Set<String> refs = new HashSet<>();
    withContact().forEach(request -> refs.add(request.asked().contact()));
    return refs;
  }

  /** All requests whose contact is to be kept, over or not. */
  public List<HelpRequest> withContact() {
    return repository.all().stream().filter(HelpRequest::hasContact).toList();
  }

  /** Number of unfinished requests by claiming or assigned team. */
  public Map<String, Integer> unfinishedByTeam() {
    Map<String, Integer> byTeam = new HashMap<>();
    unfinished().forEach(request -> byTeam.merge(request.known().team(), 1, Integer::sum));
    return byTeam;
  }
}
