# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sweep says: by method and rate, how far each cell (data set, rows) is from its best."""

from collections import defaultdict
from statistics import fmean

WITHIN = 0.01


def cell_means(lines, choices):
    """Accuracy of one method by cell (data set, rows) and choice (modules_to_save,
    new_head_lr_ratio, rate).

    Means over the seeds with which every choice was run, so that all of a cell's are comparable;
    cells without such a seed are left out.
    """
    by_draw = defaultdict(dict)
    for line in lines:
        choice = (line["modules_to_save"], line["new_head_lr_ratio"], line["learning_rate"])
        by_draw[line["data_set"], line["rows"], line["seed"]][choice] = line["accuracy"]
    cells = defaultdict(list)
    for (data_set, rows, _), values in by_draw.items():
        if set(choices.get(rows, [])) <= set(values):
            cells[data_set, rows].append(values)
    return {
        cell: {choice: fmean(values[choice] for values in draws) for choice in choices[cell[1]]}
        for cell, draws in cells.items()
    }


def distances(cells):
    """By choice: (cell, distance to the cell's best)."""
    found = defaultdict(list)
    for cell, values in cells.items():
        best = max(values.values())
        for choice, value in values.items():
            found[choice].append((cell, best - value))
    return found


def title(choice):
    modules, ratio, rate = choice
    times = f" x{ratio:g}" if ratio != 1 else ""
    return f"{rate:g}{times}" + (f", {modules}" if modules else "")


def print_cells(cells):
    for cell, values in sorted(cells.items()):
        best = max(values, key=values.get)
        print(f"  {cell[0]}, {cell[1]} rows: best {values[best]:.3f} at {title(best)}")


def print_default(choice, found):
    worst_cell, worst = max(found[choice], key=lambda pair: pair[1])
    # Accuracies of 1,000 rows: a point is ten of them, whatever the rounding of a difference.
    verdict = "within" if round(worst, 6) <= WITHIN else "NOT within"
    print(f"  catalog's default, {title(choice)}: {verdict} 1 point of the best of every cell "
          f"(worst {100 * worst:.1f}: {worst_cell[0]}, {worst_cell[1]} rows)")


def print_method(method, cells, initial):
    found = distances(cells)
    score = {choice: (fmean(d for _, d in pairs), max(d for _, d in pairs))
             for choice, pairs in found.items()}
    print(f"{method}: {len(cells)} complete cells")
    print_cells(cells)
    print(f"  {'rate':<20}{'below the best, points':>24}{'worst':>8}")
    for choice, (mean, worst) in score.items():
        print(f"  {title(choice):<20}{100 * mean:>24.2f}{100 * worst:>8.2f}")
    everywhere = [choice for choice in score if len(found[choice]) == len(cells)]
    print(f"  best by mean: {title(min(everywhere, key=lambda c: score[c]))}; "
          f"by worst: {title(min(everywhere, key=lambda c: score[c][::-1]))}")
    default = next((c for c in score if c[1:] == initial and c[0] in (None, "auto")), None)
    if default:
        print_default(default, found)
    else:
        print(f"  the catalog's default {title((None, *initial))} is not in the sweep")
    print()


def print_summary(lines, choices_of, defaults):
    """`choices_of`: by method and rows, all that the sweep tries."""
    for method, choices in choices_of.items():
        cells = cell_means([line for line in lines if line["method"] == method], choices)
        if cells:
            print_method(method, cells, defaults[method])
        else:
            print(f"{method}: no cell is complete yet\n")
