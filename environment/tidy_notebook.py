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
    # With the extension `jupyter nbconvert --to script` writes Java, without it a .txt.
    "language_info": {"file_extension": ".java", "name": "java", "pygments_lexer": "java"},
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
    """Adjacent outputs of the same stream become one; a line written over goes from one before."""
    result = []
    for output in outputs:
        before = next((o for o in reversed(result) if same_stream(o, output)), None)
        if before and before is result[-1]:
            before.text += output.text
            continue
        if before and output.text.startswith("\r"):
            # A picture came in between, such as curves that a training draws beside its progress.
            before.text = before.text[: before.text.rfind("\n") + 1]
        result.append(output)
    return result


def same_stream(a, b):
    return a.output_type == b.output_type == "stream" and a.name == b.name


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
    write_whole(nbformat.writes(notebook) + "\n", path)


def write_whole(text, path):
    """Writes in one step, so that a full disk or a kill never leaves half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_text(text, encoding="utf-8")
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        write(tidy(nbformat.read(name, as_version=4)), Path(name))
