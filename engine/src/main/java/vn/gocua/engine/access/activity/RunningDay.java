package vn.gocua.engine.access.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;

/**
 * Today's date, if the campaign runs and the clock is reliable; else null. Only such days count in
 * the term of a phone's token.
 *
 * @param clock the campaign's time
 * @param sure whether the clock is reliable
 */
public record RunningDay(Campaign campaign, Clock clock, BooleanSupplier sure)
    implements Supplier<@Nullable LocalDate> {
  @Override
  public @Nullable LocalDate get() {
    if (campaign.closing() != null || !sure.getAsBoolean()) {
      return null;
    }
    LocalDate today = campaign.dateOf(clock.instant());
    return today.isBefore(campaign.startDate()) || today.isAfter(campaign.lastDate())
        ? null
        : today;
  }
}
