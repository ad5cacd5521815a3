package org.minsheng.bench;

import java.util.List;

/** What can be measured: a feature with its own data and its own goals. */
interface Topic {
    /** The name on the command line. */
    String name();

    /** What it measures, in a line. */
    String description();

    /** The scale when none is named: it ends within three minutes on two cores. */
    double defaultScale();

    /** How often each figure is measured when nobody says: the larger the data, the steadier a single time. */
    int defaultRounds(double scale);

    /** Measures on data of this scale, the median of so many rounds; 1 is the size of a bureau of a million people. */
    List<Figure> measure(BenchHome home, double scale, int rounds);

    /** Measures how the main figures change as the data grow. */
    List<Figure> growth(BenchHome home, List<Double> scales);
}
