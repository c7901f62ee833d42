# MBG/NBD or BG/NBD of lifetimes, without a penalty: the maximum of the likelihood.
import numpy as np
from lifetimes import BetaGeoFitter, ModifiedBetaGeoFitter

kind = {"mbg": ModifiedBetaGeoFitter, "bg": BetaGeoFitter}[question["model"]]
x, last, age = (np.array(question[name], dtype=float) for name in ("repeats", "last", "age"))
seconds, model = best(lambda: kind(penalizer_coef=0.0).fit(x, last, age))
parameters = [float(model.params_[name]) for name in ("r", "alpha", "a", "b")]
mean = kind._negative_log_likelihood(np.log(parameters), x, last, age, np.ones_like(x), 0.0)
answer({"seconds": seconds, "parameters": parameters, "ln_likelihood": -float(mean) * len(x)})
