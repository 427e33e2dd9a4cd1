# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced: sets `python` to one that has transformers and peft. LUTHIER_REFERENCE_PYTHON names it; else a
# virtual environment is made once in build/reference-python. Wants `top`, the tree's root.
requirements=$top/tests/parity/reference/requirements.txt
environment=$top/build/reference-python

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# The mark is written last and says from which list the environment was made.
make_environment() {
    if cmp -s "$requirements" "$environment/made-from.txt"; then
        return
    fi
    printf 'Making a Python environment with transformers and peft in %s (about 6 GB, once).\n' \
        "$environment" >&2
    rm -rf "$environment"
    python3 -m venv "$environment" ||
        fail "No virtual environment could be made. Install python3-venv, or name a Python with" \
            "transformers and peft by LUTHIER_REFERENCE_PYTHON."
    "$environment/bin/python" -m pip install --quiet --requirement "$requirements" ||
        fail "The packages of $requirements could not be installed; the lines above say why."
    cp "$requirements" "$environment/made-from.txt"
}

python=${LUTHIER_REFERENCE_PYTHON:-}
if [ -z "$python" ]; then
    make_environment
    python=$environment/bin/python
fi
