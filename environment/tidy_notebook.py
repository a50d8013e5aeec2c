"""Brings an executed notebook into the form in which it is committed, so that diffs stay quiet.

Also a command, for notebooks executed by hand:
    python3 environment/tidy_notebook.py notebooks/*.ipynb
"""

import os
import sys
from pathlib import Path

import nbformat

METADATA = {
    "kernelspec": {"display_name": "Java", "language": "java", "name": "java"},
    "language_info": {"name": "java", "pygments_lexer": "java"},
}


def tidy(notebook):
    """Resets the metadata, drops times of execution, keeps the last line of each progress bar."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        cell.metadata.pop("ExecuteTime", None)
        if cell.cell_type == "code":
            cell.outputs = settled(joined(cell.outputs))
    return notebook


def joined(outputs):
    """Adjacent outputs of the same stream become one."""
    result = []
    for output in outputs:
        last = result[-1] if result else None
        if last and output.output_type == last.output_type == "stream" and output.name == last.name:
            last.text += output.text
        else:
            result.append(output)
    return result


def settled(outputs):
    """Streams as a terminal would leave them; one that leaves nothing goes."""
    for output in outputs:
        if output.output_type == "stream":
            output.text = "\n".join(last_state(line) for line in output.text.split("\n"))
    return [o for o in outputs if o.output_type != "stream" or o.text.strip()]


def last_state(line):
    """What a terminal shows of a line: each carriage return writes over what was there."""
    shown = ""
    for part in line.split("\r"):
        shown = part + shown[len(part) :]
    return shown.rstrip()


def write(notebook, path):
    """Writes in one step, so that a full disk or a kill never leaves half a notebook."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    try:
        nbformat.write(notebook, draft)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        write(tidy(nbformat.read(name, as_version=4)), Path(name))
