# What setup, reproduce and opponency share. Sourced, never run.
# shellcheck shell=bash

unset CDPATH # with it `cd` goes elsewhere, and says where
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$home/pom.xml" | head -n 1)
toolkit_jar=$home/toolkit/target/opponency-toolkit-$version.jar
kernel_jar=$home/environment/kernel/target/opponency-kernel-$version.jar
oldest_jdk=17

# say MESSAGE...: one line for the reader.
say() {
    printf '%s\n' "$*"
}

# die MESSAGE...: the message on standard error, then status 1.
die() {
    printf 'opponency: %s\n' "$*" >&2
    exit 1
}

# attend COMMAND...: runs it and hands on what is sent to this script alone: SIGTERM, SIGHUP, Ctrl-C.
# Ends only after it, with 128 and the signal's number, so that nothing is left running.
attend() {
    local child='' status=0 number=0
    # What bash starts in the background does not hear Ctrl-C, so a signal goes on as SIGTERM.
    trap 'number=1; kill -TERM "$child" 2>/dev/null || true' HUP
    trap 'number=2; kill -TERM "$child" 2>/dev/null || true' INT
    trap 'number=15; kill -TERM "$child" 2>/dev/null || true' TERM
    "$@" &
    child=$!
    ((number == 0)) || kill -TERM "$child" 2>/dev/null || true # it came before the child was known
    # A signal ends `wait` early, with a status above 128, while the command ends.
    wait "$child" || status=$?
    while kill -0 "$child" 2>/dev/null; do
        status=0
        wait "$child" || status=$?
    done
    trap - HUP INT TERM
    ((number == 0)) || exit $((128 + number))
    return "$status"
}

# utf8_locale: the name of a locale of this machine whose letters are UTF-8.
utf8_locale() {
    local name
    for name in C.UTF-8 en_US.UTF-8; do
        if [[ $(env LC_ALL=$name locale charmap 2>/dev/null) == UTF-8 ]]; then
            printf '%s' "$name"
            return 0
        fi
    done
    printf 'opponency: %s\n' "expected the locale C.UTF-8 or en_US.UTF-8, found neither on this machine.
Names of files with other letters than ASCII's cannot be read: install one of them." >&2
}

# speak_utf8: takes a UTF-8 locale where there is none, as under cron, ssh and SLURM. The locale is
# where Java gets the encoding of file names and of its arguments from; its flags do not change it.
speak_utf8() {
    local name
    [[ $(locale charmap 2>/dev/null) != UTF-8 ]] || return 0
    name=$(utf8_locale)
    [[ -z $name ]] || export LC_ALL=$name
}
speak_utf8

# DJL tells its makers of each start unless it is told not to, and asks the cloud's metadata address
# where it runs.
export OPT_OUT_TRACKING=true

# glibc gives the memory of a large tensor back at once, and the next step asks for it again, page by
# page: a tenth of a training step, and in threads other than the first, whose arenas hold nothing
# larger than 64 MB, a third of one of ResNet-50. Kept in one arena, it serves the next step; in large
# pages, the gradient of a CIFAR-10 network's 33 million weights takes 64 faults and not 32,768.
malloc=glibc.malloc.arena_max=1:glibc.malloc.mmap_threshold=1073741824
malloc+=:glibc.malloc.trim_threshold=8589934592:glibc.malloc.hugetlb=1
export GLIBC_TUNABLES=${GLIBC_TUNABLES:-$malloc}

# java_release JAVA: the feature number of a `java`, such as 17; 8 for "1.8.0".
java_release() {
    "$1" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1
}

# java_home JAVA: the folder that a `java` runs from.
java_home() {
    "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# find_jdk: sets JAVA, JAVA_HOME and jdk_release to the JDK of JAVA_HOME or else of PATH, or says what
# is wrong with it in jdk_problem and fails.
find_jdk() {
    local found told
    jdk_problem="expected a JDK $oldest_jdk or newer, found none: no 'java' in PATH and no JAVA_HOME"
    if [[ -n ${JAVA_HOME:-} ]]; then
        found=$JAVA_HOME/bin/java
        jdk_problem="expected a JDK $oldest_jdk or newer in JAVA_HOME, found no bin/java in '$JAVA_HOME'"
        [[ -x $found ]] || return 1
    else
        # What it says itself: what PATH has may stand for one elsewhere (asdf, jenv).
        found=$(command -v java) || return 1
        told=$(java_home "$found")
        [[ -z $told ]] || found=$told/bin/java
    fi
    jdk_release=$(java_release "$found")
    jdk_problem="expected a JDK $oldest_jdk or newer, found release ${jdk_release:-unknown} at $found"
    [[ -n $jdk_release && $jdk_release -ge $oldest_jdk ]] || return 1
    jdk_problem="expected a JDK, found a Java runtime without the compiler 'javac' at $found"
    [[ -x ${found%java}javac ]] || return 1
    JAVA=$found
    JAVA_HOME=$(dirname "$(dirname "$found")")
    export JAVA_HOME
}

# require_jdk: find_jdk, or the end with what to do; and a safe place for the native libraries.
require_jdk() {
    find_jdk || die "$jdk_problem.
On Debian or Ubuntu: apt-get install default-jdk-headless (openjdk-17-jdk-headless where that is older)
Elsewhere: install a JDK $oldest_jdk or newer and set JAVA_HOME to its folder."
    require_cache
}

# require_cache: exports DJL_CACHE_DIR, the folder where DJL unpacks the native libraries that it loads.
# By itself DJL takes the temporary folder that all users share where the home cannot be written, and
# loads whatever lies there already.
require_cache() {
    local folder folders=("${DJL_CACHE_DIR:-}") problems=()
    if [[ -z ${folders[0]} ]]; then folders=(~/.djl.ai "$home/results/.djl.ai"); fi
    for folder in "${folders[@]}"; do
        if own_folder "$folder"; then
            DJL_CACHE_DIR=$(cd "$folder" && pwd -P)
            export DJL_CACHE_DIR
            return 0
        fi
        problems+=("  $folder: $problem")
    done
    die "expected a folder for PyTorch's native libraries that $(id -un) owns and nobody else may write, found
$(printf '%s\n' "${problems[@]}")
Set DJL_CACHE_DIR to a folder of your own, or mend that one: chmod go-w FOLDER"
}

# own_folder FOLDER: makes it where it is missing; whether it is this user's alone to write, or else
# in `problem` why not.
own_folder() {
    # Made for the owner alone, whatever the umask: in it DJL makes folders that follow the umask.
    mkdir -p -m 700 "$1" 2>/dev/null || true
    problem="it cannot be made"
    [[ -d $1 ]] || return 1
    problem=$(stat -L -c 'it belongs to %U with the mode %A' "$1")
    [[ -O $1 && -w $1 && -x $1 && -z $(find -L "$1" -maxdepth 0 -perm /022) ]]
}

# java_options: the JVM flags of every process of ours; OPPONENCY_JAVA_OPTIONS replaces the memory's.
java_options() {
    local options=${OPPONENCY_JAVA_OPTIONS:--Xmx4g -XX:MaxDirectMemorySize=2g}
    options+=" -Djava.awt.headless=true"
    if ((jdk_release >= 24)); then
        options+=" --enable-native-access=ALL-UNNAMED"
    fi
    printf '%s\n' "$options"
}

# built: whether both jars are there.
built() {
    [[ -f $toolkit_jar && -f $kernel_jar ]]
}

# up_to_date: whether both jars are there and no source is newer. A folder counts as a source, so
# that a deleted file is noticed too.
up_to_date() {
    local module newer
    built || return 1
    for module in toolkit environment/kernel; do
        newer=$(cd "$home" && find pom.xml "$module/pom.xml" "$module/src/main" \
            -newer "$(module_jar "$module")" -print -quit)
        [[ -z $newer ]] || return 1
    done
}

module_jar() {
    if [[ $1 == toolkit ]]; then printf '%s' "$toolkit_jar"; else printf '%s' "$kernel_jar"; fi
}

# open_log: sets `log` to an empty file for a command's words. It has no name any more, so that it goes
# with this script, however that ends.
open_log() {
    local file number
    file=$(mktemp)
    exec {number}<>"$file"
    rm -f "$file"
    log=/dev/fd/$number
}

# build: both jars, quietly; Maven's own words only when it fails.
build() {
    local log started
    command -v mvn >/dev/null || die "expected Maven 3.8 or newer, found no 'mvn' in PATH.
On Debian or Ubuntu: apt-get install maven"
    open_log
    started=$(date +%s.%N)
    if ! attend env -C "$home" mvn -B -q -DskipTests package >"$log" 2>&1; then
        explain_failed_build "$log"
    fi
    # Maven leaves a jar alone whose classes did not change; its time says when it was last checked.
    touch -d "@$started" "$toolkit_jar" "$kernel_jar"
}

explain_failed_build() {
    tail -n 30 "$1" >&2
    if grep -qiE 'could not transfer|unknown host|unknownhost|connection (refused|timed out|reset)|network is unreachable|name resolution|offline mode' "$1"; then
        die "the build failed because Maven could not download what it needs (its words are above).
Expected a way to Maven Central: check the network, or name a mirror or a proxy in ~/.m2/settings.xml.
After one set-up that worked, no network is needed any more."
    fi
    die "the build failed (Maven's last lines are above; all of them: mvn -B -DskipTests package)."
}

# find_python: sets PYTHON to a python3 that can run notebooks. Debian's own is tried after the one
# in PATH, because another python3 often comes first there, without Jupyter.
find_python() {
    local test='import sys, importlib.util as u; sys.exit(not all(map(u.find_spec, sys.argv[1:])))'
    for PYTHON in python3 /usr/bin/python3; do
        if "$PYTHON" -c "$test" nbclient nbconvert 2>/dev/null; then
            return 0
        fi
    done
    PYTHON=
    return 1
}
