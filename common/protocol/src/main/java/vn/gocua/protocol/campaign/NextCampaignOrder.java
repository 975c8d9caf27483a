package vn.gocua.protocol.campaign;

import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.body.Range;

/**
 * The campaign that is to follow this one.
 *
 * @param startDate ISO 8601
 */
public record NextCampaignOrder(
    @Max(40) String id,
    @Max(Limits.TITLE) String name,
    @Max(10) String startDate,
    @Range(min = 1, max = 366) int days,
    @Range(min = 1, max = 100_000_000) int checkIns,
    @Range(min = 1, max = 100_000_000) int residents) {}
