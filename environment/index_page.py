"""Writes the pages that lead through an exported study: index.html, the paper's figures in order with
claim, number, verdict and notebook, and claims.html, the ledger to sort and filter. Each needs no
other file and no network. Called by run_notebooks.py --html; takes what figures/ holds."""

import base64
import csv
import html
import json
import re
import shutil
from pathlib import Path

# Figure, files, notebook, and where claims say that they are about it.
FIGURES = [
    ("1", ["figure-01-architecture"], "00-start-here", r"Figure 1\b"),
    ("2", ["figure-02a-*", "figure-02b-*"], "02-opponency", r"Figure 2"),
    ("3", ["figure-03-super-stimuli"], "03-super-stimuli", r"Figure 3\b"),
    ("4", ["figure-04-shape-bias", "figure-04-categories"], "04-shape-bias", r"Figure 4\b"),
    ("5", ["figure-05-accuracy"], "05-accuracy", r"Figure 5\b"),
    ("6", ["figure-06-natural-adversarial"], "06-natural-adversarial", r"Figure 6\b"),
    ("7", ["figure-07-robustness"], "07-adversarial-robustness", r"Figure 7\b|[Aa]ppendix C"),
    ("8", ["figure-08-receptive-fields"], "08-receptive-fields", r"Figure 8\b|[Aa]ppendix A"),
    ("9", ["figure-09-responses"], "08-receptive-fields", r"Figure 9\b"),
    ("10", ["figure-10-cifar10-robustness"], "09-cifar10-robustness", r"Figure 10\b|[Aa]ppendix B"),
    ("11", ["figure-11-calibration"], "06-natural-adversarial", r"Figure 11\b"),
]
# Pages that the notebooks leave in folders of their own.
TRY = [("retina", "A trained retina that runs in the page"), ("cells", "All cells of Retina-2")]
# The columns of the ledger, and what they are called.
EVIDENCE = {"published": "published, re-analysed", "exploratory": "Orchard, first seeds",
            "earlier": "Orchard, earlier seeds", "orchard": "Orchard, fresh seeds",
            "photographs": "photographs"}
STYLE = """
:root { color-scheme: light dark; --ink: #222; --paper: #fff; --quiet: #595959; --line: #ccc;
  --link: #00538f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eee; --paper: #181818; --quiet: #b5b5b5; --line: #555; --link: #8cc8ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 860px; padding: 16px; color: var(--ink); background: var(--paper);
  font: 16px/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 24px; } h2 { font-size: 19px; margin: 32px 0 8px; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
figure { margin: 0 0 12px; }
figure img { display: block; max-width: 100%; height: auto; background: #fff; }
figcaption, footer { color: var(--quiet); font-size: 14px; }
figcaption { padding-top: 6px; }
ul { padding-left: 20px; }
body:has(table) { max-width: 1160px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; overflow-wrap: normal; }
th, td { border-bottom: 1px solid var(--line); padding: 6px 8px; text-align: left;
  vertical-align: top; }
th button { font: inherit; font-weight: bold; color: inherit; background: none; border: 0;
  padding: 0; cursor: pointer; text-align: left; }
th[aria-sort=ascending] button::after { content: " ▲"; }
th[aria-sort=descending] button::after { content: " ▼"; }
label { display: inline-block; margin: 0 16px 8px 0; }
input, select { font: inherit; max-width: 100%; }
[hidden] { display: none; }
@media (max-width: 900px) {
  table, tbody, tr, td { display: block; }
  thead th { display: inline-block; border: 0; }
  td { border: 0; padding: 2px 0; }
  td::before { content: attr(data-name) ": "; color: var(--quiet); }
  tr { border-bottom: 1px solid var(--line); padding: 8px 0; }
}
"""
SCRIPT = """
const rows = [...document.querySelectorAll("tbody tr")];
const verdict = document.getElementById("verdict"), words = document.getElementById("words");
[...new Set(rows.map(row => row.dataset.verdict))].sort().forEach(v => verdict.add(new Option(v)));
function filter() {
  const text = words.value.toLowerCase();
  let shown = 0;
  for (const row of rows) {
    row.hidden = verdict.value !== "all" && row.dataset.verdict !== verdict.value
      || !row.textContent.toLowerCase().includes(text);
    shown += row.hidden ? 0 : 1;
  }
  document.getElementById("shown").value = shown + " of " + rows.length + " claims";
}
verdict.onchange = words.oninput = filter;
document.querySelectorAll("th button").forEach((button, column) => button.onclick = () => {
  const head = button.parentElement, up = head.getAttribute("aria-sort") !== "ascending";
  document.querySelectorAll("th").forEach(other => other.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  const text = row => row.cells[column].textContent;
  rows.sort((a, b) => (up ? 1 : -1) * text(a).localeCompare(text(b), "en", {numeric: true}));
  document.querySelector("tbody").append(...rows);
});
filter();
"""


def page(title, body, script=""):
    script = f"<script>{script}</script>" if script else ""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{html.escape(title)}</h1>\n{body}\n{script}</body>\n</html>\n"
    )


def read_claims(figures):
    """The ledger, or none where 10-claims has not written it yet."""
    try:
        with open(figures / "claims.csv", encoding="utf-8", newline="") as lines:
            claims = list(csv.DictReader(lines))
    except FileNotFoundError:
        return []
    # One of an older version has fewer columns.
    unknown = {kind + part: "" for kind in EVIDENCE for part in ["", "Verdict"]}
    return [unknown | claim for claim in claims]


def index(figures, pages):
    """The paper's figures in order; pages are the names of the notebooks that have one here."""
    claims = read_claims(figures)
    parts = ["<p>The figures of the paper as these networks draw them, each with what the paper"
             " claims of it and what our numbers say. "]
    parts.append('<a href="claims.html">All claims</a></p>' if claims else "</p>")
    for number, stems, notebook, about in FIGURES:
        drawn = [found for stem in stems for found in sorted(figures.glob(stem + ".json"))]
        if not drawn:
            continue
        parts.append(f"<section>\n<h2>Figure {number}</h2>")
        parts += [figure(found) for found in drawn]
        own = [claim for claim in claims if re.search(about, claim["where"])]
        if own:
            parts.append("<ul>" + "".join(map(claim_item, own)) + "</ul>")
        if notebook in pages:
            parts.append(f'<p><a href="{notebook}.html">How it came about: {notebook}</a></p>')
        parts.append("</section>")
    tried = [(name, words) for name, words in TRY if name in pages]
    if tried:
        links = "".join(f'<li><a href="{name}.html">{words}</a></li>' for name, words in tried)
        parts.append(f"<h2>To try</h2><ul>{links}</ul>")
    others = [name for name in pages if name not in dict(TRY) and name not in [figure[2] for figure in FIGURES]]
    if others:
        links = "".join(f'<li><a href="{name}.html">{name}</a></li>' for name in others)
        parts.append(f"<h2>The other notebooks</h2><ul>{links}</ul>")
    return page("Anatomically constrained networks: the figures", "\n".join(parts))


def figure(described):
    """A figure as a picture that says in words what it shows."""
    words = json.loads(described.read_text("utf-8"))
    picture = described.with_suffix(".svg").read_bytes()
    text = html.escape(words.get("description", words["title"] + ". " + words["caption"]))
    return (
        f'<figure><img alt="{text}" '
        f'src="data:image/svg+xml;base64,{base64.b64encode(picture).decode("ascii")}">'
        f'<figcaption>{html.escape(words["caption"])}</figcaption></figure>'
    )


def finding(claim, evidence):
    """What a kind of evidence says of a claim, and its numbers; a dash where there is none."""
    verdict, numbers = html.escape(claim[evidence + "Verdict"]), html.escape(claim[evidence])
    numbers = numbers.replace(" %", "\u00a0%")
    if not verdict:
        return "–"
    return f"<strong>{verdict}</strong>" + (f": {numbers}" if numbers else "")


def claim_item(claim):
    said = "".join(
        f"<br>{name}: {finding(claim, evidence)}"
        for evidence, name in EVIDENCE.items() if claim[evidence + "Verdict"])
    return f"<li>{html.escape(claim['claim'])}{said}</li>"


def ledger(figures):
    """The ledger as a table to sort and filter."""
    claims = read_claims(figures)
    # The study's own verdicts, which the table filters.
    own = "orchard" if any(claim["orchardVerdict"] for claim in claims) else "photographs"
    words = {"number": "no.", "claim": "the paper says", "where": "where"}
    kinds = {kind: name for kind, name in EVIDENCE.items() if any(claim[kind + "Verdict"] for claim in claims)}
    heads = "".join(
        f'<th scope="col"><button type="button">{name}</button></th>'
        for name in [*words.values(), *kinds.values()])
    rows = "".join(
        f'<tr data-verdict="{html.escape(claim[own + "Verdict"]) or "–"}">'
        + "".join(f'<td data-name="{name}">{html.escape(claim[key])}</td>'
                  for key, name in words.items())
        + "".join(f'<td data-name="{name}">{finding(claim, evidence)}</td>'
                  for evidence, name in kinds.items())
        + "</tr>\n"
        for claim in claims)
    body = (
        '<form onsubmit="return false">'
        f'<label>verdict of {EVIDENCE[own]} <select id="verdict"><option>all</option></select></label>'
        '<label>with the words <input id="words" type="search"></label>'
        '<output id="shown"></output></form>\n'
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>"
        '\n<footer><p><a href="index.html">The figures</a></p></footer>'
    )
    return page("What the paper claims, and what our numbers say", body, SCRIPT)


def write(figures, folder):
    """Both pages, beside those of the notebooks."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, _ in TRY:
        if (Path(figures) / name / "index.html").exists():
            shutil.copyfile(Path(figures) / name / "index.html", folder / f"{name}.html")
    pages = sorted(found.stem for found in folder.glob("[0-9a-z]*.html")
                   if found.stem not in ("index", "claims"))
    (folder / "index.html").write_text(index(Path(figures), pages), encoding="utf-8")
    if read_claims(Path(figures)):
        (folder / "claims.html").write_text(ledger(Path(figures)), encoding="utf-8")
