# What the benchmarks share. Sourced, never run, after environment/lib.sh.
# shellcheck shell=bash

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

# beside_pytorch CLASS SCRIPT RESULT [THREADS]: times CLASS.java and SCRIPT in turns into RESULT.
beside_pytorch() {
    local options class=$1 script=$2 result=$3 threads=${4:-2} python draft
    local here=$home/environment/benchmarks
    [[ $threads =~ ^[1-9][0-9]*$ ]] || die "expected a number of threads, got '$threads'"
    require_jdk
    up_to_date || build
    find_pytorch
    draft=$(mktemp -d)
    # A single source file could not share its classes with another.
    "$JAVA_HOME/bin/javac" -d "$draft" -cp "$toolkit_jar" \
        "$here"/{"$class",Peer,Turns,BesidePyTorch}.java
    read -ra options < <(java_options)
    "$JAVA" "${options[@]}" -cp "$toolkit_jar:$draft" "$class" \
        "$threads" "$python" "$here/$script" | tee "$draft/result.md"
    mv "$draft/result.md" "$here/$result"
    chmod 644 "$here/$result"
    rm -r "$draft"
}
