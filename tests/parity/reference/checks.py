# SPDX-License-Identifier: GPL-3.0-or-later
"""The named checks of the parity tests, each as worst error divided by its tolerance."""

import numpy as np

LOSS_FLOOR = 0.1


def tolerances(noise):
    """`noise` holds, for each check, the largest difference measured between equal computations."""
    allowed = {"logits": {"relative_to_max": 1e-5, "absolute": 5 * noise["logits"]}}
    if "losses_50" not in noise:
        return allowed
    return allowed | {
        "final_logits": {"relative_to_max": 1e-3, "absolute": 5 * noise["final_logits"]},
        "first_gradients": {"relative": 1e-4, "share_of_all": 1e-3},
        "grad_norm": {"relative": 1e-4},
        "losses_8": {"relative": max(1e-5, 5 * noise["losses_8"]), "floor": LOSS_FLOOR},
        "losses_50": {"relative": max(1e-3, 5 * noise["losses_50"]), "floor": LOSS_FLOOR},
        "learning_rates": {"relative_to_max": 1e-9},
    }


def loss_error(reference, other, steps):
    """Largest difference relative to max(loss, 0.1) over the first `steps` steps."""
    reference, other = np.array(reference[:steps]), np.array(other[:steps])
    return float(np.max(np.abs(reference - other) / np.maximum(reference, LOSS_FLOOR)))


def relative_error(reference, other):
    reference, other = np.array(reference), np.array(other)
    return float(np.max(np.abs(reference - other) / np.abs(reference)))


def gradient_error(reference, other):
    """Largest ||g - ref|| / max(||ref||, 1e-3 ||all||) over the parameters, and where it is.

    A parameter that `other` does not train has a gradient of 0. Of a large model `reference` holds
    some parameters only, which makes ||all|| smaller.
    """
    norms = {name: np.linalg.norm(value) for name, value in reference.items()}
    whole = np.sqrt(sum(norm**2 for norm in norms.values()))
    errors = {
        name: np.linalg.norm(other.get(name, 0.0) - value) / max(norms[name], 1e-3 * whole)
        for name, value in reference.items()
    }
    worst = max(errors, key=errors.get)
    return float(errors[worst]), worst


def gradient_norm_error(reference, other):
    """The same for stored norms alone: | ||g|| - ||ref|| | in place of ||g - ref||."""
    whole = np.sqrt(sum(norm**2 for norm in reference.values()))
    return max(
        abs(other[name] - norm) / max(norm, 1e-3 * whole) for name, norm in reference.items()
    )


def excess(reference, other, allowed):
    """Worst error over tolerance by check; above 1 the check fails. Both sides are Outcomes."""
    found = {}
    for name in ("logits", "final_logits"):
        ours, theirs = getattr(reference, name), getattr(other, name)
        if ours is None or theirs is None:
            continue
        limit = allowed[name]["relative_to_max"] * np.abs(ours).max() + allowed[name]["absolute"]
        found[name] = float(np.abs(ours - theirs).max() / limit)
    if not reference.losses:
        return found
    if reference.gradients and other.gradients:
        error, _ = gradient_error(reference.gradients, other.gradients)
        found["first_gradients"] = error / allowed["first_gradients"]["relative"]
    found["grad_norm"] = (
        relative_error(reference.grad_norms, other.grad_norms) / allowed["grad_norm"]["relative"]
    )
    for name, steps in (("losses_8", 8), ("losses_50", 50)):
        error = loss_error(reference.losses, other.losses, steps)
        found[name] = error / allowed[name]["relative"]
    limit = allowed["learning_rates"]["relative_to_max"] * max(reference.learning_rates)
    rates = np.array(reference.learning_rates) - np.array(other.learning_rates)
    found["learning_rates"] = float(np.abs(rates).max() / limit)
    return found
