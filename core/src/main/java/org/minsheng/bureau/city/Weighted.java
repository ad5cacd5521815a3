package org.minsheng.bureau.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** Choices of which some are likelier than others. */
final class Weighted<T> {
    private final List<T> choices;
    private final int[] cumulative;

    private Weighted(List<T> choices, int[] cumulative) {
        this.choices = choices;
        this.cumulative = cumulative;
    }

    static <T> Weighted<T> of(List<T> choices, ToIntFunction<T> weight) {
        int[] cumulative = new int[choices.size()];
        int sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum = Math.addExact(sum, weight.applyAsInt(choices.get(i)));
            cumulative[i] = sum;
        }
        return new Weighted<>(new ArrayList<>(choices), cumulative);
    }

    T pick(Dice dice) {
        int place = Arrays.binarySearch(cumulative, dice.below(cumulative[cumulative.length - 1]) + 1);
        int index = place < 0 ? -place - 1 : place;
        // choices of weight 0 share the sum of the one before them
        while (index > 0 && cumulative[index - 1] == cumulative[index]) {
            index--;
        }
        return choices.get(index);
    }

    List<T> choices() {
        return choices;
    }
}
