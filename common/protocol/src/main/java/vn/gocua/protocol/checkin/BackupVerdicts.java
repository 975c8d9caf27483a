package vn.gocua.protocol.checkin;

import java.util.List;

/**
 * What became of a phone's backup.
 *
 * @param damaged items that could not be read
 */
public record BackupVerdicts(List<VerdictList.Result> results, int damaged) {
  public BackupVerdicts {
    results = List.copyOf(results);
  }
}
