"""Runs papermill on Java notebooks: papermill itself writes no parameters in Java.

    python3 papermill_java.py IN.ipynb OUT.ipynb -p steps 100 -p name thin

Takes what the command papermill takes. From Python, call register() once before
papermill.execute_notebook(...).
"""

import json
import math
import re

WORDS = set(
    "abstract assert boolean break byte case catch char class const continue default do double "
    "else enum extends final finally float for goto if implements import instanceof int interface "
    "long native new package private protected public return short static strictfp super switch "
    "synchronized this throw throws transient try void volatile while true false null _".split()
)


def java(value):
    """A parameter as an expression in Java."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return integer(value)
    if isinstance(value, float):
        return real(value)
    if isinstance(value, dict):
        entries = ", ".join(
            f"java.util.Map.entry({java(str(k))}, {java(present(v))})" for k, v in value.items()
        )
        return f"java.util.Map.ofEntries({entries})"
    if isinstance(value, (list, tuple)):
        return f"java.util.List.of({', '.join(java(present(v)) for v in value)})"
    # JSON's escapes are Java's, and leave nothing but ASCII.
    return json.dumps(str(value))


def integer(value):
    if -(2**31) <= value < 2**31:
        return str(value)
    if -(2**63) <= value < 2**63:
        return f"{value}L"
    return f'new java.math.BigInteger("{value}")'


def real(value):
    if math.isnan(value):
        return "Double.NaN"
    if math.isinf(value):
        return "Double.POSITIVE_INFINITY" if value > 0 else "Double.NEGATIVE_INFINITY"
    return repr(value)


def present(value):
    if value is None:
        raise ValueError("expected a value in every list and map, got none: leave it out")
    return value


def declare(name, value):
    """A statement that declares a parameter, whatever an earlier cell declared under its name."""
    if not re.fullmatch(r"[^\W\d][\w$]*", name) or name in WORDS:
        raise ValueError(f"expected a name that Java allows for a parameter, got {name!r}")
    kind = "Object" if value is None else "var"
    return f"{kind} {name} = {java(value)};"


def codify(parameters, comment="Parameters"):
    """The cell that papermill puts behind the one tagged `parameters`."""
    lines = [f"// {comment}"] + [declare(name, value) for name, value in parameters.items()]
    return "\n".join(lines) + "\n"


def register():
    """Teaches papermill to write parameters in Java."""
    from papermill.translators import Translator, papermill_translators

    class JavaTranslator(Translator):
        translate = staticmethod(java)
        codify = staticmethod(codify)

        @classmethod
        def comment(cls, text):
            return f"// {text}"

        @classmethod
        def assign(cls, name, text):
            return f"var {name} = {text};"

    papermill_translators.register("java", JavaTranslator)
    return JavaTranslator


def main():
    try:
        register()
    except ImportError:
        raise SystemExit("papermill is not installed: python3 -m pip install papermill")
    from papermill.cli import papermill

    papermill()


if __name__ == "__main__":
    main()
