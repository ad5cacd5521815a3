package org.minsheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.base.Money;

class LinePriceTest {
    private static final long ONE = 10_000;
    private static final long YUAN = 1_000_000;

    @Test
    void putsClassAWhollyInScope() {
        assertThat(LinePrice.of(item(ItemClass.A, 0, CatalogueItem.UNLIMITED), 3, ONE, 100 * YUAN, 10_000))
                .isEqualTo(new LinePrice(ItemClass.A, 0, 0, 0, 10_000));
    }

    /** A medical-claim pricing engine's published scenario: 100.00 of class B at 10 % leaves 90.00. */
    @Test
    void takesTheSelfFirstShareOfClassB() {
        assertThat(LinePrice.of(item(ItemClass.B, 1_000, CatalogueItem.UNLIMITED), 1, ONE, 100 * YUAN, 10_000))
                .isEqualTo(new LinePrice(ItemClass.B, 0, 0, 1_000, 9_000));
    }

    /** The same engine: 60.00 limited to 45.00, then 5 % self-first, leaves 42.75; the excess is the patient's. */
    @Test
    void cutsToThePriceLimitBeforeTheSelfFirstShare() {
        assertThat(LinePrice.of(item(ItemClass.B, 500, 45 * YUAN), 2, ONE, 60 * YUAN, 6_000))
                .isEqualTo(new LinePrice(ItemClass.B, 0, 1_500, 225, 4_275));
    }

    @Test
    void leavesWhatTheCatalogueDoesNotNameToThePatient() {
        assertThat(LinePrice.of(null, 3, ONE, 100 * YUAN, 10_000))
                .isEqualTo(new LinePrice(ItemClass.C, 10_000, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void splitsEveryAmountWithoutALossAndWithoutANegativePart(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            long quantity = random.nextLong(1, 100 * ONE);
            long unitPrice = random.nextLong(0, 5_000 * YUAN);
            long amount = LinePrice.amount(quantity, unitPrice);
            ItemClass itemClass = List.of(ItemClass.values()).get(random.nextInt(3));
            CatalogueItem item = item(itemClass, random.nextInt(10_001), random.nextLong(1, 5_000 * YUAN));
            LinePrice price = LinePrice.of(item, random.nextInt(1, 4), quantity, unitPrice, amount);

            assertThat(amount)
                    .as("seed %d, line %d: the amount as decimals give it", seed, i)
                    .isEqualTo(Money.product(
                            BigDecimal.valueOf(quantity, LinePrice.QUANTITY_SCALE),
                            BigDecimal.valueOf(unitPrice, LinePrice.UNIT_PRICE_SCALE)));
            assertThat(price.own() + price.overLimit() + price.selfFirst() + price.inScope())
                    .as("seed %d, line %d: %s", seed, i, price)
                    .isEqualTo(amount);
            assertThat(List.of(price.own(), price.overLimit(), price.selfFirst(), price.inScope()))
                    .as("seed %d, line %d: %s", seed, i, price)
                    .allMatch(part -> part >= 0);
        }
    }

    private static CatalogueItem item(ItemClass itemClass, int selfFirst, long limit) {
        return new CatalogueItem("item", itemClass, selfFirst, new long[] {limit, limit, limit});
    }
}
