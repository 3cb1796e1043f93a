"""What the two fits of weights share: annotated pages from the command line, and the logistic regression."""

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from scipy.optimize import minimize

Array = np.ndarray[Any, np.dtype[np.float64]]


def arguments() -> tuple[ModuleType, list[tuple[Path, Path]], bool]:
    """SCORE_PY GOLD_DIR=PAGES_DIR ... [--write]: the scorer as a module, the folders, and whether weights are to be written."""
    given = [argument for argument in sys.argv[1:] if argument != "--write"]
    score_py = Path(given[0])
    sys.path.insert(0, str(score_py.parent))
    folders = [(Path(gold), Path(pages)) for gold, pages in (argument.split("=", 1) for argument in given[1:])]
    return importlib.import_module(score_py.stem), folders, "--write" in sys.argv


def logistic(x: Array, y: Array, centre: Array, penalty: Array) -> Array:
    """Weights of a logistic regression of `y` on the columns of `x`, drawn towards `centre` by an L2 penalty a column."""

    def loss(w: Array) -> tuple[float, Array]:
        s, away = x @ w, w - centre
        value = (np.logaddexp(0, s) - y * s).sum() + (penalty * away * away).sum() / 2
        return float(value), x.T @ (1 / (1 + np.exp(-s)) - y) + penalty * away

    return np.asarray(minimize(loss, centre, jac=True, method="L-BFGS-B").x)
