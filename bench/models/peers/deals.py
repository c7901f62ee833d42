# Gamma–gamma of lifetimes, without a penalty: the maximum of the likelihood.
import numpy as np
from lifetimes import GammaGammaFitter

count, mean = (np.array(question[name], dtype=float) for name in ("count", "mean"))
seconds, model = best(lambda: GammaGammaFitter(penalizer_coef=0.0).fit(count, mean))
parameters = [float(model.params_[name]) for name in ("p", "q", "v")]
value = GammaGammaFitter._negative_log_likelihood(
    np.log(parameters), count, mean, np.ones_like(count), 0.0
)
answer({"seconds": seconds, "parameters": parameters, "ln_likelihood": -float(value) * len(count)})
