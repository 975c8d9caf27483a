package vn.gocua.base.consent;

import org.jspecify.annotations.Nullable;

/**
 * What the words of a consent name beside themselves.
 *
 * @param controller the body that answers for the data; null: the people's committee of the place
 * @param place the campaign's, such as «Xã Hồng Vân, Hà Nội»; null or empty: unknown
 * @param contact where people use their rights; null: the commune's public service point
 * @param retentionDays days until data is erased after the end of its purpose
 * @param expiryDays days until a request that is still open ends by itself
 */
public record ConsentTerms(
    @Nullable String controller,
    @Nullable String place,
    @Nullable String contact,
    int retentionDays,
    int expiryDays) {}
