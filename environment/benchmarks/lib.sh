# What the benchmarks share. Sourced, never run, after environment/lib.sh.
# shellcheck shell=bash

# prepare: a JDK, the toolkit as it is now, and the JVM's options in the array `options`.
prepare() {
    require_jdk
    up_to_date || build
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

# benchmark CLASS RESULT ARGUMENT...: compiles what is here and lets CLASS write RESULT. What is in
# the array `options` goes to the JVM.
benchmark() {
    local class=$1 result=$2 draft
    shift 2
    draft=$(mktemp -d)
    # A single source file could not share its classes with another.
    "$JAVA_HOME/bin/javac" -d "$draft" -cp "$toolkit_jar" "$here"/*.java
    "$JAVA" "${options[@]}" -cp "$toolkit_jar:$draft" "$class" "$@" | tee "$draft/result.md"
    mv "$draft/result.md" "$result"
    chmod 644 "$result"
    rm -r "$draft"
}

# beside_pytorch CLASS SCRIPT RESULT [THREADS]: times CLASS.java and SCRIPT in turns into RESULT.
beside_pytorch() {
    local threads=${4:-2}
    [[ $threads =~ ^[1-9][0-9]*$ ]] || die "expected a number of threads, got '$threads'"
    prepare
    find_pytorch
    benchmark "$1" "$here/$3" "$threads" "$python" "$here/$2"
}
