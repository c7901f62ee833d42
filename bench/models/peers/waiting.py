# Kaplan–Meier, log-rank and Weibull of lifelines.
import numpy as np
from lifelines import KaplanMeierFitter, WeibullFitter
from lifelines.statistics import logrank_test

times = np.array(question["times"], dtype=float)
happened = np.array(question["happened"], dtype=bool)
first = np.array(question["first"], dtype=bool)
curve_seconds, curve = best(lambda: KaplanMeierFitter().fit(times, happened))
rank_seconds, rank = best(
    lambda: logrank_test(times[first], times[~first], happened[first], happened[~first])
)
weibull_seconds, weibull = best(lambda: WeibullFitter().fit(times, happened))
survival = curve.survival_function_.iloc[:, 0]
at = np.unique(times[happened])
answer(
    {
        "curve": {"seconds": curve_seconds, "values": survival.loc[at].tolist()},
        "log_rank": {"seconds": rank_seconds, "values": [float(rank.test_statistic)]},
        "weibull": {
            "seconds": weibull_seconds,
            "values": [
                float(weibull.rho_),
                float(weibull.lambda_),
                float(weibull.log_likelihood_),
            ],
        },
    }
)
