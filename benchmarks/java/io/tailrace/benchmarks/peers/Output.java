package io.tailrace.benchmarks.peers;

/// What W1 records of a path: eight quantities in each quarter, then eight metrics, 168 columns.
enum Output {
    TAAS_REVENUE,
    TAAS_EBIT,
    TAAS_MARGIN,
    IAAS_REVENUE,
    IAAS_EBIT,
    SERVED_TOKENS,
    TRAINIUM_SHARE,
    CAPACITY_MW,

    NPV_TAAS,
    NPV_IAAS,
    NPV_DIFFERENCE,
    NPV_MIX_25,
    NPV_MIX_50,
    NPV_MIX_75,
    LOWEST_TAAS_MARGIN,
    TOKENS_LOST;

    static final int COLUMNS = TOKENS_LOST.column() + 1;

    /// Column of a quarterly quantity; quarters count from 1.
    int column(int quarter) {
        return ordinal() * W1.QUARTERS + quarter - 1;
    }

    /// Column of a path metric.
    int column() {
        return NPV_TAAS.ordinal() * W1.QUARTERS + ordinal() - NPV_TAAS.ordinal();
    }
}
