"""Executes notebooks in order and shows one live line for each. Called by environment/reproduce."""

import argparse
import asyncio
import json
import logging
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter

import index_page
import tidy_notebook

START_ATTEMPTS = 3
START_SECONDS = 60
LOG_SECONDS = 15
# The longest that outputs may come after the end of their cell; nbclient by itself drops them after 4.
OUTPUT_SECONDS = 600
# How long a cell that was interrupted may take to save what it has, such as a checkpoint.
SAVING_SECONDS = 30
# The last is a terminal that closes; the kernel has a session of its own and would outlive it.
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# Named here because Debian's nbconvert would name a file of this machine.
MATHJAX = (
    "https://cdnjs.cloudflare.com/ajax/libs/mathjax/2.7.7/latest.js"
    "?config=TeX-AMS_CHTML-full,Safe"
)
# Wide tables: on the screen they scroll by themselves, on paper, which cannot, their cells break.
STYLE = """
.jp-OutputArea-child { display: flex; }
.jp-OutputArea-output { display: block; min-width: 0; overflow-x: auto; }
@media print {
  .jp-OutputArea-child { break-inside: auto; }
  .jp-OutputArea-output { overflow-x: visible; }
  .jp-OutputArea-output img { max-width: 100%; height: auto; }
  .jp-Cell pre { white-space: pre-wrap; }
  .jp-OutputArea-output table { font-size: 7pt; }
  .jp-OutputArea-output th, .jp-OutputArea-output td {
    white-space: normal !important; padding: 0.15em 0.4em !important; overflow-wrap: break-word;
  }
  .jp-OutputArea-output tr, .jp-OutputArea-output img { break-inside: avoid; }
}
"""
# Newer templates of nbconvert write what a picture shows by themselves.
PICTURE = """{% block data_png scoped %}
{%- set words = output | get_metadata('alt', 'image/png') -%}
{%- set picture = super() -%}
{%- if words is none or '\nalt="' in picture %}{{ picture }}
{%- else %}{{ picture | replace('<img src', '<img alt="' ~ (words | escape_html) ~ '" src') }}
{%- endif %}{% endblock %}"""
ROOT = Path(__file__).resolve().parent.parent


# What this script itself writes below the folder of the results; the rest is the notebooks' work.
OURS = {"notebooks", "html", "partial", "jupyter", "kernel.log", "times.json"}


# What the toolkit throws where a user has not got the data for an analysis.
MISSING = "MissingDataException"


class Failure(Exception):
    """Ends the run; its text tells the reader why."""


class Missing(Exception):
    """Ends a notebook that has come as far as its data go; its text says what it lacks."""


class Stopped(Exception):
    """Ends the run at a signal, whose number it carries."""


def clock(seconds):
    minutes, seconds = divmod(int(seconds), 60)
    return f"{minutes:02d}:{seconds:02d}"


class Times:
    """How long the notebooks took: in this run, and in the last one of this scale that ended."""

    def __init__(self, results, names):
        self.results, self.names, self.seconds = results, names, {}
        self.kept_in = results / "times.json"
        try:
            self.kept = json.loads(self.kept_in.read_text("utf-8"))
            self.left(names[0], 0)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            self.kept = {}  # none yet, or no longer readable: then nothing is foretold

    def left(self, name, elapsed):
        """The time left of the whole run in words, or none where nothing tells it."""
        coming = self.names[self.names.index(name) :]
        last = [self.kept.get(notebook) for notebook in coming]
        if not all(last) or elapsed > last[0]["seconds"]:
            return ""
        left = sum(notebook["seconds"] for notebook in last) - elapsed
        # What was trained and measured then is read back now.
        word = "at most" if any(notebook["worked"] for notebook in last) else "about"
        return f"({word} {clock(left)} left of the run)"

    def keep(self, name, seconds, begun):
        self.seconds[name] = seconds
        self.kept[name] = {"seconds": round(seconds, 1), "worked": self.changed_since(begun)}
        tidy_notebook.write_whole(json.dumps(self.kept, indent=2) + "\n", self.kept_in)

    def changed_since(self, moment):
        files = (f for f in self.results.rglob("*") if f.relative_to(self.results).parts[0] not in OURS)
        return any(f.stat().st_mtime >= moment for f in files if f.is_file())

    def summary(self):
        lines = [f"  {name:28s} {clock(seconds)}" for name, seconds in self.seconds.items()]
        total = clock(sum(self.seconds.values()))
        return "\n".join([f"{len(lines)} of {len(self.names)} notebooks in {total}:", *lines])


def compare_with_committed():
    """Which tables of the figures differ from the committed ones, in Git's words."""
    tables = ["--", "figures/*.csv"]
    try:
        changed = git("diff", "--stat", "HEAD", *tables)
        new = git("ls-files", "--others", "--exclude-standard", *tables)
    except (OSError, subprocess.CalledProcessError):
        return "The numbers were not compared with the committed ones: no Git, or no clone of it."
    if not changed + new:
        return "The numbers in figures/*.csv are those committed."
    new = "".join(f" {name} | new\n" for name in new.splitlines())
    return f"Numbers that differ from those committed:\n{changed}{new}".rstrip()


def git(*arguments):
    command = ["git", "-C", str(ROOT), "-c", "core.quotePath=off", *arguments]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def figures_of(scale, results):
    """The folder of the figures: the committed one, in it a collection's own, but for smoke."""
    figures = (ROOT / "results" / results if scale == "smoke" else ROOT) / "figures"
    return figures / results.removesuffix(scale).removesuffix("-")


def describe_figures(scale, results):
    """Cards, and digests of all files, where the notebooks left figures."""
    figures = figures_of(scale, results)
    if any(figures.glob("*.json")):
        command = [str(ROOT / "environment" / "opponency"), "crate", str(figures)]
        if subprocess.run(command).returncode != 0:
            sys.exit(f"opponency: the figures in {figures} could not be described.")


class LiveLine:
    """Notebook, cell, time and the notebook's own progress, on one line."""

    def __init__(self, name, cells, times):
        self.name, self.cells, self.cell, self.progress = name, cells, 0, ""
        self.times = times
        self.lacks = ""
        self.started = time.monotonic()
        self.terminal = sys.stdout.isatty()
        self.shown_at = self.started

    def elapsed(self):
        return time.monotonic() - self.started

    def next_cell(self):
        self.cell, self.progress = self.cell + 1, ""

    def hear(self, text):
        """Takes the notebook's progress from a piece of its standard output."""
        if "\r" in text:
            self.progress = tidy_notebook.last_state(text.replace("\n", "\r")) or self.progress

    def show(self):
        elapsed = self.elapsed()
        left = self.times.left(self.name, elapsed)
        words = [self.name, f"cell {self.cell}/{self.cells}", clock(elapsed), left, self.progress]
        line = "  ".join(word for word in words if word)
        if self.terminal:
            line = line[: shutil.get_terminal_size().columns - 1]
            sys.stdout.write(f"\r\x1b[K{line}")
            sys.stdout.flush()
        elif time.monotonic() - self.shown_at >= LOG_SECONDS:
            self.shown_at = time.monotonic()
            print(line, flush=True)

    def note(self, text):
        """Leaves a line that stays, in place of the live one."""
        print(f"\r\x1b[K{text}" if self.terminal else text, flush=True)

    def end(self, verdict):
        self.note(f"{self.name}  {self.cell}/{self.cells} cells  {clock(self.elapsed())}  {verdict}")


class LiveClient(NotebookClient):
    """A notebook client that tells a live line what it hears."""

    def __init__(self, notebook, line):
        super().__init__(
            notebook,
            kernel_name="java",
            timeout=None,
            startup_timeout=START_SECONDS,
            iopub_timeout=OUTPUT_SECONDS,
            raise_on_iopub_timeout=True,
            record_timing=False,
        )
        self.line = line

    def process_message(self, message, cell, cell_index):
        if message["msg_type"] == "stream":
            self.line.hear(message["content"]["text"])
        return super().process_message(message, cell, cell_index)


async def start_kernel(client, folder, log):
    """Starts the kernel; a start that hangs or dies is tried again."""
    for attempt in range(1, START_ATTEMPTS + 1):
        client.create_kernel_manager()
        try:
            await client.async_start_new_kernel(cwd=str(folder), stdout=log, stderr=log)
            await client.async_start_new_kernel_client()
            return
        except NoSuchKernel:
            raise Failure("no kernel named 'java' is installed: run environment/setup.")
        except RuntimeError as problem:
            tried = f"attempt {attempt} of {START_ATTEMPTS}"
            client.line.note(f"The kernel did not start ({tried}): {problem}")
    raise Failure(f"the kernel did not start. Its own words:\n{tail(log)}")


async def stop_kernel(client):
    """Interrupts what still runs, which saves what it has, and ends the kernel."""
    if client.kc is not None:
        client.kc.stop_channels()
    if client.km is not None and client.km.has_kernel:
        client.km.shutdown_wait_time = 2 * SAVING_SECONDS  # SIGTERM comes after half of it
        await client.km.shutdown_kernel()


async def execute(notebook, line, folder, log):
    """Executes all code cells; raises Failure with the cell that failed."""
    client = LiveClient(notebook, line)
    try:
        await start_kernel(client, folder, log)
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type == "code":
                line.next_cell()
                try:
                    await execute_cell(client, cell, index, log)
                except Missing as missing:
                    line.lacks = str(missing)
                    break
        if not any(cell.get("outputs") for cell in notebook.cells):
            # Every notebook shows something; a kernel that is broken may just say "ok".
            raise Failure("no cell left an output: does the kernel execute anything?")
    finally:
        await stop_kernel(client)


async def execute_cell(client, cell, index, log):
    where = f"code cell {client.line.cell} of {client.line.cells}"
    try:
        await client.async_execute_cell(cell, index, execution_count=client.line.cell)
    except CellExecutionError as error:
        if error.ename == MISSING:
            cell.outputs = [o for o in cell.outputs if o.output_type != "error"]
            cell.outputs.append(nbformat.v4.new_output("stream", text=f"{error.evalue}\n"))
            raise Missing(error.evalue)
        raise Failure(f"{where} failed: {error.ename}: {error.evalue}\n{trace(cell)}")
    except CellTimeoutError:
        late = f"{where} has ended, but not all of its outputs came within {client.iopub_timeout} s"
        raise Failure(f"{late}. The kernel's own words:\n{tail(log)}")
    except DeadKernelError:
        raise Failure(f"{where} ended the kernel (out of memory?). Its own words:\n{tail(log)}")


def trace(cell):
    """The stack trace in a cell's outputs, without the colours."""
    lines = [line for o in cell.outputs if o.output_type == "error" for line in o.traceback]
    return re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(lines))


def wordless_pictures(notebook):
    """The code cells, counted from 1, with a picture that says nothing to those who do not see it."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    pictures = [
        (number, kind, output.metadata)
        for number, cell in enumerate(cells, 1)
        for output in cell.outputs
        for kind in output.get("data", {})
        if kind.startswith("image/")
    ]
    return sorted({number for number, kind, told in pictures if not told.get(kind, {}).get("alt")})


def require_words(notebook, line, scale):
    """At the scale that is for trying, a picture without words is a mistake; after hours, a note."""
    wordless = ", ".join(map(str, wordless_pictures(notebook)))
    problem = f"a picture has no text for those who do not see it, in code cell {wordless}"
    if wordless and scale == "smoke":
        raise Failure(problem + ": show it with show(...) or publish(...).")
    if wordless:
        line.note(f"{line.name}: {problem}")


async def with_live_line(work, line):
    """Runs the work and redraws the line every second; STOPS end it, unless nohup ignores them."""
    task = asyncio.ensure_future(work)
    signals = []

    def stop(number):
        if not signals:  # a second one would cut short the kernel's end
            task.cancel()
        signals.append(number)

    for number in STOPS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            asyncio.get_running_loop().add_signal_handler(number, stop, number)
    while not task.done():
        line.show()
        await asyncio.wait([task], timeout=1)
    try:
        task.result()
    except (asyncio.CancelledError, Failure):
        # nbclient reports a cancelled cell as a dead kernel; what counts is who stopped it.
        if signals:
            raise Stopped(signals[0]) from None
        raise


def tail(log):
    log.flush()
    return "\n".join(Path(log.name).read_text("utf-8", "replace").splitlines()[-20:])


def run(path, options, times):
    """Executes one notebook and keeps the result where its scale says."""
    results = ROOT / "results" / options.results
    partial = results / "partial" / path.name
    done = (path.parent if options.results == options.scale != "smoke" else results / "notebooks") / path.name
    notebook = read(path)
    line = LiveLine(path.stem, sum(cell.cell_type == "code" for cell in notebook.cells), times)
    begun = time.time()
    results.mkdir(parents=True, exist_ok=True)
    with open(results / "kernel.log", "w", encoding="utf-8") as log:
        try:
            asyncio.run(with_live_line(execute(notebook, line, path.parent, log), line))
            require_words(notebook, line, options.scale)
        except (Failure, Stopped) as end:
            tidy_notebook.write(tidy_notebook.tidy(notebook), partial)
            line.end("stopped" if isinstance(end, Stopped) else "FAILED")
            line.note(f"The partial notebook, with the outputs so far: {partial}")
            raise
    tidy_notebook.write(tidy_notebook.tidy(notebook), done)
    partial.unlink(missing_ok=True)
    if options.html:
        write_page(notebook, results / "html" / f"{path.stem}.html")
    times.keep(path.stem, line.elapsed(), begun)
    line.end(f"-> {os.path.relpath(done, ROOT)}")
    if line.lacks:
        line.note(f"  as far as its data go. {line.lacks}")


def read(path):
    """The notebook without the outputs of an earlier run."""
    try:
        notebook = nbformat.read(path, as_version=4)
    except ValueError as problem:
        raise Failure(f"expected a Jupyter notebook, but it cannot be read: {problem}")
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def write_page(notebook, path):
    """A page that needs no other file and, without formulas in the prose, no network."""
    formulas = any("$" in cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    without = ["html_head_js"] if formulas else ["html_head_js", "html_head_js_mathjax"]
    blocks = "".join(f"{{% block {name} %}}{{% endblock %}}" for name in without)
    blocks += PICTURE
    blocks += f"{{% block html_head_css %}}<style>{STYLE}</style>{{% endblock %}}"
    exporter = HTMLExporter(
        template_name="lab",
        raw_template="{% extends 'index.html.j2' %}" + blocks,
        mathjax_url=MATHJAX,
    )
    page, _ = exporter.from_notebook_node(notebook, {"metadata": {"name": path.stem}})
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", required=True)
    parser.add_argument("--results", help="their folder below results/; the scale's by default")
    parser.add_argument("--html", action="store_true")
    parser.add_argument("notebooks", nargs="+", type=Path)
    options = parser.parse_args()
    options.results = options.results or options.scale
    logging.getLogger("traitlets").setLevel(logging.CRITICAL)
    times = Times(ROOT / "results" / options.results, [path.stem for path in options.notebooks])
    for path in options.notebooks:
        try:
            run(path, options, times)
        except Failure as failure:
            sys.exit(f"opponency: {path.name}: {failure}")
        except OSError as problem:
            sys.exit(f"opponency: {path.name}: the result could not be written: {problem}")
        except Stopped as stopped:
            sys.exit(128 + stopped.args[0])
        except KeyboardInterrupt:
            sys.exit(128 + signal.SIGINT)
    if options.html:
        results = ROOT / "results" / options.results
        try:
            index_page.write(figures_of(options.scale, options.results), results / "html")
        except (OSError, ValueError, KeyError) as problem:
            sys.exit(f"opponency: the index page could not be written: {problem}")
    print(times.summary(), flush=True)
    describe_figures(options.scale, options.results)
    if options.results == options.scale != "smoke":  # others leave the committed figures alone
        print(compare_with_committed())


if __name__ == "__main__":
    main()
