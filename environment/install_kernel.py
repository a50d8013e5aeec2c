"""Installs the notebook kernel `java` for this user, or points an installed one at the toolkit; or puts
it into a folder of its own for one run.

Called by environment/setup, which finds Java and builds the jars.
"""

import argparse
import filecmp
import json
import os
import shlex
import shutil
import sys
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_core.paths import jupyter_data_dir

NAME = "java"
CLASSPATH_OF = {"ijava": "IJAVA_CLASSPATH", "jjava": "JJAVA_CLASSPATH"}


def main():
    options = parse_arguments()
    spec_file = found_by_jupyter()
    try:
        if options.folder:
            install_for_run(spec_file, options)
        else:
            install_for_user(spec_file, options)
    except OSError as problem:
        sys.exit(f"opponency: cannot install the kernel: {problem}")


def found_by_jupyter():
    """The kernel.json that Jupyter takes, or None."""
    folder = KernelSpecManager().find_kernel_specs().get(NAME)
    return Path(folder, "kernel.json") if folder else None


def install_for_user(spec_file, options):
    if spec_file is None or is_ours(read(spec_file)):
        refuse_existing(options)
        install_ours(options)
    elif options.choice == "ours":
        install_ours(options)
    elif options.choice == "existing" or points_at(read(spec_file), options.toolkit_jar):
        keep_existing(spec_file, options)
    else:
        ask(spec_file)


def install_for_run(spec_file, options):
    """A kernel in a folder that only one run looks into, so that no other clone's can be taken."""
    present = read(spec_file) if spec_file else None
    spec = our_spec(options)
    ready = present is not None and our_jar(present) == Path(options.kernel_jar)
    if present is None or not ready and is_ours(present) and belongs_here(present, options):
        try:
            install_ours(options)
        except OSError as problem:
            print(f"Jupyter itself gets no kernel, this run has one: {problem}")
    elif is_ours(present) or not points_at(present, options.toolkit_jar):
        whose = "is" if ready else "is not"
        print(f"Jupyter's kernel 'java' {whose} this clone's and stays as it is: {spec_file}")
    else:
        print(f"Uses the kernel that was there, which knows the toolkit: {spec_file}")
        spec = pointed(present, options)
        # The one name that Jupyter itself would put in, and of the folder where it found the file.
        spec["argv"] = [w.replace("{resource_dir}", str(spec_file.parent)) for w in spec["argv"]]
    write(Path(options.folder, "kernels", NAME, "kernel.json"), spec)


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--choice", choices=["ask", "ours", "existing"], required=True)
    for name in ("--java", "--java-options", "--kernel-jar", "--toolkit-jar", "--locale"):
        parser.add_argument(name, required=True)
    parser.add_argument("--folder", help="for one run, beside what is installed")
    return parser.parse_args()


def read(spec_file):
    try:
        return json.loads(spec_file.read_text(encoding="utf-8"))
    except ValueError as problem:
        sys.exit(f"opponency: {spec_file} is not valid JSON ({problem}); mend or remove it.")


def write(spec_file, spec):
    """Replaces the file in one step, so that no reader meets half of it."""
    spec_file.parent.mkdir(parents=True, exist_ok=True)
    draft = spec_file.with_suffix(".json.new")
    draft.write_text(json.dumps(spec, indent=2) + "\n", encoding="utf-8")
    os.replace(draft, spec_file)


def our_jar(spec):
    """The jar of our kernel, or None: then it is another kernel."""
    return next((Path(w) for w in spec.get("argv", []) if "opponency-kernel" in w), None)


def is_ours(spec):
    return our_jar(spec) is not None


def belongs_here(spec, options):
    """Whether our kernel is this clone's, or that of a clone which is gone."""
    jar = our_jar(spec)
    return jar.parent == Path(options.kernel_jar).parent or not jar.exists()


def points_at(spec, toolkit_jar):
    env = spec.get("env", {})
    return any(toolkit_jar in env.get(name, "").split(":") for name in CLASSPATH_OF.values())


def ask(spec_file):
    sys.exit(
        f"opponency: a Java kernel that is not ours is installed already: {spec_file}\n"
        "Nothing was changed. Choose one:\n"
        "  environment/setup --kernel existing   keep it, and only point it at the toolkit\n"
        "  environment/setup --kernel ours       put ours in its place (the old one is backed up)"
    )


def refuse_existing(options):
    if options.choice == "existing":
        sys.exit(
            "opponency: --kernel existing expects an installed kernel named 'java' (IJava or "
            "JJava), found none but ours.\nInstall IJava first, or run environment/setup "
            "--kernel ours."
        )


def our_spec(options):
    return {
        "argv": [options.java, "-jar", options.kernel_jar, "{connection_file}"],
        "display_name": "Java",
        "language": "java",
        "interrupt_mode": "message",
        "env": {
            "IJAVA_CLASSPATH": options.toolkit_jar,
            "JDK_JAVA_OPTIONS": options.java_options,
            **surroundings(options),
        },
    }


def install_ours(options):
    spec_file = Path(jupyter_data_dir(), "kernels", NAME, "kernel.json")
    spec = our_spec(options)
    replaced = ""
    if spec_file.exists():
        present = read(spec_file)
        if present == spec:
            print(f"The kernel 'java' is ours and up to date: {spec_file}")
            tell_of_another(spec_file)
            return
        if not is_ours(present):
            back_up(spec_file)
        elif not belongs_here(present, options):
            replaced = f"in place of another clone's ({our_jar(present)}), "
    write(spec_file, spec)
    print(f"Installed our kernel as 'java', {replaced}for this clone: {spec_file}")
    tell_of_another(spec_file)


def tell_of_another(spec_file):
    """Says so where Jupyter looks first into another folder, such as a virtual environment's."""
    found = found_by_jupyter()
    if not found.samefile(spec_file):
        print(f"But Jupyter takes another kernel 'java', which it finds first: {found}")


def surroundings(options):
    """What every kernel is told, whoever starts Jupyter and from where."""
    names = (
        "OPPONENCY_HOME",
        "DJL_CACHE_DIR",
        "OPT_OUT_TRACKING",
        "GLIBC_TUNABLES",
    )
    told = {name: os.environ[name] for name in names}
    if options.locale:
        # Java reads file names by the locale, and where Jupyter starts there may be none.
        told["LC_ALL"] = options.locale
    return told


def keep_existing(spec_file, options):
    present = read(spec_file)
    spec = pointed(present, options)
    if spec == present:
        print(f"Kept the kernel that was there, which knows the toolkit: {spec_file}")
        return
    if not os.access(spec_file.parent, os.W_OK):
        sys.exit(
            f"opponency: no permission to write {spec_file}.\nRun environment/setup --kernel "
            f"existing as its owner, or export {exports(present, spec)}"
        )
    back_up(spec_file)
    write(spec_file, spec)
    print(f"Kept the kernel that was there and pointed it at the toolkit: {spec_file}")


def pointed(spec, options):
    """The same kernel with what it needs for this clone in its environment."""
    env = dict(spec.get("env", {}))
    for name in classpath_variables(spec):
        # A set-up of another clone leaves its jar behind; two toolkits on one classpath would mix.
        others = [p for p in env.get(name, "").split(":") if p and "opponency-toolkit" not in p]
        env[name] = ":".join([options.toolkit_jar, *others])
    env.update(surroundings(options))
    return {**spec, "env": env}


def exports(present, spec):
    """What the new environment has beyond the old, as words for a shell's `export`."""
    old = present.get("env", {})
    new = {name: value for name, value in spec["env"].items() if old.get(name) != value}
    return " ".join(f"{name}={shlex.quote(value)}" for name, value in new.items())


def classpath_variables(spec):
    """The variable that this kernel reads, told by its jar's name; both when that says nothing."""
    words = " ".join(spec.get("argv", [])).lower() + " ".join(spec.get("env", {})).lower()
    named = [variable for kernel, variable in CLASSPATH_OF.items() if kernel in words]
    return named or list(CLASSPATH_OF.values())


def back_up(spec_file):
    copy = spec_file.with_suffix(".json.before-opponency")
    number = 1
    while copy.exists() and not filecmp.cmp(spec_file, copy, shallow=False):
        number += 1
        copy = spec_file.with_suffix(f".json.before-opponency-{number}")
    if not copy.exists():
        shutil.copy2(spec_file, copy)
    print(f"The kernel.json that was there is kept as {copy}")


if __name__ == "__main__":
    main()
