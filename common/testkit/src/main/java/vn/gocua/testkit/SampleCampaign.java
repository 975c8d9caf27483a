package vn.gocua.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** The sample configuration of the repository, with a first day of its own. */
public final class SampleCampaign {
  public static final String ID = "hong-van-45";
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  public static final int TEAMS = 36;
  public static final int DAYS = 45;

  private static final String OPEN_START = "startDate: first-run";

  private SampleCampaign() {}

  /** Writes the configuration of a campaign that begins on a day into a folder. */
  public static Path write(Path folder, LocalDate startDate) throws IOException {
    Files.createDirectories(folder);
    String campaign = Files.readString(Checkout.config().resolve("campaign.yaml"));
    if (!campaign.contains(OPEN_START)) {
      throw new IllegalStateException("the sample campaign no longer says " + OPEN_START);
    }
    Files.writeString(
        folder.resolve("campaign.yaml"), campaign.replace(OPEN_START, "startDate: " + startDate));
    Files.writeString(
        folder.resolve("teams.yaml"), Files.readString(Checkout.config().resolve("teams.yaml")));
    return folder;
  }

  /** The code of the n-th team, counted from 0, round and round. */
  public static String team(int n) {
    return "T%02d".formatted(n % TEAMS + 1);
  }
}
