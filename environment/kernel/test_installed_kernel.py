"""Installs the built kernel by its one command and shows the toolkit's values in a notebook on it:
python3 -m unittest test_installed_kernel (in this folder, after environment/setup).

JAVA_HOME names the JDK; without one, it is that of PATH.
"""

import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))
import run_notebooks  # noqa: E402 (it lies one folder up)

CELLS = {
    "types": "record Cone(String name, int peak) {}\n"
    "var study = Study.open();\n"
    'var network = new org.opponency.evaluation.NetworkId("width 4, run 0", 4, 0, 0, false);\n'
    'var chart = new org.knowm.xchart.XYChartBuilder().title("Learning").build();\n'
    'chart.addSeries("loss", new double[] {1, 2}, new double[] {3, 1});',
    "table": 'tech.tablesaw.api.Table.create("t", tech.tablesaw.api.IntColumn.create("n", new int[] {7}))',
    "chart": "chart",
    "image": "new java.awt.image.BufferedImage(3, 2, 1)",
    "figure": "var figure = Figures.pictures(study.data().gallery(), 2, study.provenance());\nfigure",
    "records": 'List.of(new Cone("<L>", 564))',
    "measured": "List.of(new org.opponency.evaluation.Measured<>(network, 0.25))",
    "text": "org.opponency.training.Recipe.cifar10()",
    "published": "publish(figure);",
    "shown": 'show(chart);\nshow(org.opponency.training.Recipe.cifar10());',
}


def jar(module, name):
    found = sorted((ROOT / module / "target").glob(f"{name}-[0-9]*.jar"))
    return found[-1] if found else None


KERNEL = jar("environment/kernel", "opponency-kernel")
TOOLKIT = jar("toolkit", "opponency-toolkit")


@unittest.skipUnless(KERNEL and TOOLKIT, "needs the jars that environment/setup builds")
class InstalledKernel(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.prefix = Path(folder.name)
        home = os.environ.get("JAVA_HOME")
        java = str(Path(home, "bin", "java")) if home else "java"
        command = [java, "-jar", str(KERNEL), "--install", "--prefix", str(cls.prefix)]
        cls.told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        cls.notebook = nbformat.v4.new_notebook()
        cls.notebook.cells = [nbformat.v4.new_code_cell(code) for code in CELLS.values()]
        told = {
            "JUPYTER_PATH": str(cls.prefix / "share" / "jupyter"),
            "JJAVA_CLASSPATH": str(TOOLKIT),
            "JDK_JAVA_OPTIONS": "-Djava.awt.headless=true",
            "OPPONENCY_HOME": str(cls.prefix),
            "OPPONENCY_SCALE": "smoke",
        }
        os.environ.update(told)
        NotebookClient(cls.notebook, kernel_name="java", timeout=None).execute(cwd=str(cls.prefix))
        cls.outputs = dict(zip(CELLS, (cell.outputs for cell in cls.notebook.cells)))

    def only(self, name):
        self.assertEqual(1, len(self.outputs[name]), self.outputs[name])
        return self.outputs[name][0]

    def alt(self, output):
        return output.metadata["image/png"]["alt"]

    def test_tells_where_it_is(self):
        spec = self.prefix / "share" / "jupyter" / "kernels" / "java" / "kernel.json"
        self.assertTrue(spec.is_file())
        self.assertIn(f"Installed the kernel: {spec.parent}", self.told)

    def test_tables_show_themselves(self):
        cells = {"table": ">7</td>", "records": ">&lt;L&gt;</td>", "measured": ">0.2500</td>"}
        for name, cell in cells.items():
            output = self.only(name)
            self.assertEqual("execute_result", output.output_type)
            self.assertIn("<table", output.data["text/html"])
            self.assertIn(cell, output.data["text/html"])

    def test_pictures_show_themselves(self):
        words = {
            "chart": "chart: Learning: loss, x from 1.000 to 2.000, y from 1.000 to 3.000",
            "image": "picture, 3 x 2 pixels",
            "figure": "Validation pictures. The first 2 pictures of",
        }
        for name, text in words.items():
            output = self.only(name)
            self.assertEqual("execute_result", output.output_type)
            self.assertIn("image/png", output.data)
            self.assertIn(text, self.alt(output))

    def test_what_is_no_row_of_a_table_is_text(self):
        self.assertTrue(self.only("text").data["text/plain"].startswith("Recipe["))
        self.assertTrue(self.outputs["shown"][-1].text.startswith("Recipe["))

    def test_published_figures_have_picture_and_caption(self):
        picture, caption = self.outputs["published"]
        self.assertEqual("display_data", picture.output_type)
        self.assertEqual(self.alt(self.only("figure")), self.alt(picture))
        self.assertIn("<p>The first 2 pictures of", caption.data["text/html"])

    def test_pages_say_what_pictures_show(self):
        self.assertEqual([], run_notebooks.wordless_pictures(self.notebook))
        page = self.prefix / "page.html"
        run_notebooks.write_page(self.notebook, page)
        pictures = re.findall(r"<img\b[^>]*>", page.read_text("utf-8"))
        self.assertEqual(5, len(pictures))
        for picture in pictures:
            self.assertRegex(picture, r'\balt="[^"]+"')


if __name__ == "__main__":
    unittest.main()
