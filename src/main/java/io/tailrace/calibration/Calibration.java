package io.tailrace.calibration;

import java.util.ArrayList;
import java.util.List;

/// Every history fitted, or refused with the reason.
///
/// Why refuse: with fewer observations the standard errors, which hold for long series only, would promise more than the
/// data can tell, and an assumption that says it is one is worth more than a fit that does not.
public record Calibration(List<Fit> fits, List<Refusal> refusals) {

    public static Calibration of(List<History> histories) {
        var fits = new ArrayList<Fit>();
        var refusals = new ArrayList<Refusal>();
        for (History history : histories) {
            switch (history) {
                case History.Series series -> {
                    switch (series.kind()) {
                        case demand -> GrowthProcess.fit(series, fits, refusals);
                        case price, baseRevenue -> PriceProcess.fit(series, fits, refusals);
                        case spot -> SpotProcess.fit(series, fits, refusals);
                    }
                }
                case History.Delays delays -> DelayProcess.fit(delays, fits, refusals);
            }
        }
        return new Calibration(List.copyOf(fits), List.copyOf(refusals));
    }
}
