# The choices of a week by HiGHS: a binary variable for each, a row for the minutes, one for the balance, one for
# each person. Only handing over the model and solving it is timed.
import highspy
import numpy as np


def model(problem):
    choices = problem["choices"]
    lp = highspy.HighsLp()
    rows = [([c["minutes"] for c in choices], -highspy.kHighsInf, problem["budget"])]
    if problem["surplus"] is not None:
        sides = [c["minutes"] if c["is_people"] else -c["minutes"] for c in choices]
        rows.append((sides, problem["surplus"], highspy.kHighsInf))
    for who in sorted({who for c in choices for who in c["takes"]}):
        rows.append(([int(who in c["takes"]) for c in choices], -highspy.kHighsInf, 1))
    lp.num_col_, lp.num_row_ = len(choices), len(rows)
    lp.col_cost_ = np.array([c["value"] for c in choices], dtype=float)
    lp.col_lower_ = np.array([float(c["fixed"]) for c in choices])
    lp.col_upper_ = np.ones(len(choices))
    lp.row_lower_ = np.array([float(low) for _, low, _ in rows])
    lp.row_upper_ = np.array([float(high) for _, _, high in rows])
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(choices)
    lp.sense_ = highspy.ObjSense.kMaximize
    starts, places, values = [0], [], []
    for row, _, _ in rows:
        for place, value in enumerate(row):
            if value:
                places.append(place)
                values.append(float(value))
        starts.append(len(places))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array(starts)
    lp.a_matrix_.index_ = np.array(places)
    lp.a_matrix_.value_ = np.array(values)
    return lp


def solved(lp):
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 1e-9)
    solver.setOptionValue("time_limit", float(question["limit"]))
    solver.passModel(lp)
    solver.run()
    return solver


answers = []
for problem in question["problems"]:
    lp = model(problem)
    seconds, solver = best(lambda: solved(lp))
    info = solver.getInfo()
    has_any = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    values = solver.getSolution().col_value if has_any else []
    answers.append(
        {
            "seconds": seconds,
            "chosen": [place for place, value in enumerate(values) if value > 0.5]
            if has_any
            else None,
            "is_proven": solver.getModelStatus()
            in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible),
        }
    )
answer(answers)
