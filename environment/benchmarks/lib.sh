# What the benchmarks share. Sourced, never run, after environment/lib.sh.
# shellcheck shell=bash

# prepare: a JDK, everything built as it is now, and the JVM's options in the array `options`.
prepare() {
    require_jdk
    build
    read -ra options < <(java_options)
}

# find_pytorch [MODULE]: sets python to one with PyTorch, and with a further module, or says what to do.
find_pytorch() {
    for python in python3 /usr/bin/python3 ''; do
        [[ -n $python ]] || die "expected a python3 with PyTorch${1:+ and $1}, found none.
On Debian or Ubuntu: apt-get install python3-torch python3-torchvision${1:+ python3-$1}"
        if "$python" -c "import torch, torchvision${1:+, $1}" 2>/dev/null; then
            break
        fi
    done
}

# benchmark CLASS RESULT ARGUMENT...: lets CLASS write RESULT, beside this file or in the folder that
# BENCHMARK_RESULTS names. What is in the array `options` goes to the JVM.
benchmark() (
    class=$1
    result=${BENCHMARK_RESULTS:-$here}/$2
    shift 2
    draft=$(mktemp)
    trap 'rm -f "$draft"' EXIT
    "$JAVA" "${options[@]}" -cp "$toolkit_jar:$here/target/classes" "org.opponency.benchmarks.$class" "$@" |
        tee "$draft"
    mv "$draft" "$result"
    chmod 644 "$result"
)

# beside_pytorch CLASS SCRIPT RESULT [THREADS]: times CLASS and SCRIPT in turns into RESULT.
beside_pytorch() {
    local threads=${4:-2}
    [[ $threads =~ ^[1-9][0-9]*$ ]] || die "expected a number of threads, got '$threads'"
    prepare
    find_pytorch
    benchmark "$1" "$3" "$threads" "$python" "$here/$2"
}
