# shellcheck shell=bash
# Sourced by packaging/run and tests/run: a Python environment with this project in it, made on a machine that may have
# nothing but Python and git. For bash 3.2 (macOS) and later. Everything it says goes to standard error.

# Debian's packages. Sound is captured through PortAudio; the plugins are what lets it see PulseAudio and PipeWire. The
# rest is what Qt needs of X11 and Wayland, and a font without which Chinese, Japanese and Korean are boxes.
# shellcheck disable=SC2034  # for those who source this
PACKAGES_TO_RUN="libportaudio2 libasound2-plugins libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 \
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libwayland-cursor0 fonts-noto-cjk"
# shellcheck disable=SC2034
PACKAGES_TO_TEST="pulseaudio pulseaudio-utils pipewire pipewire-pulse wireplumber dbus sox xvfb openbox picom trayer xdotool \
wmctrl x11-utils x11-xserver-utils imagemagick fonts-dejavu-core fonts-noto-color-emoji"

NEEDED_MB=1500 # free space for the environment and pip's downloads, with room to spare

checkout=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

# fail MESSAGE [HINT…]: one line what is wrong, then the way out.
fail() {
    say "$(basename -- "$0"): $1"
    shift
    if [ $# -gt 0 ]; then say "  $*"; fi
    exit 1
}

# Another environment that is active here, and a user's pip settings for it, must not leak into ours.
leave_other_environments() {
    unset VIRTUAL_ENV CONDA_PREFIX PYTHONHOME PYTHONPATH PYTHONSTARTUP PIP_TARGET PIP_PREFIX PIP_REQUIRE_VIRTUALENV
    export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1
}

# Sets $python to a Python that suits: CAPTIONER_PYTHON, else the first that works.
find_python() {
    local candidate
    for candidate in ${CAPTIONER_PYTHON:+"$CAPTIONER_PYTHON"} python3 python3.13 python3.12 python3.11 python3.14 python; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11) or sys.maxsize < 2**32)' 2>/dev/null; then
            python=$candidate
            return
        fi
    done
    local found
    found=$(python3 --version 2>/dev/null) || found="no Python 3"
    fail "captioner needs Python 3.11 or later (64 bit); here is $found." \
        "Install one (Debian 12, Ubuntu 24.04: apt-get install python3; macOS: brew install python; Windows: python.org)," \
        "or name one in CAPTIONER_PYTHON."
}

# Sets $environment to the folder of the environment, which can be written to.
choose_environment() {
    environment=${CAPTIONER_ENVIRONMENT:-$checkout/.venv}
    if mkdir -p -- "$environment" 2>/dev/null && [ -w "$environment" ]; then
        environment=$(cd -P -- "$environment" && pwd)
        return
    fi
    [ -z "${CAPTIONER_ENVIRONMENT:-}" ] || fail "CAPTIONER_ENVIRONMENT=$environment cannot be written to."
    # A checkout that only others may write to: one environment for each of them in the user's cache.
    local cache=${XDG_CACHE_HOME:-${HOME:-}/.cache}
    environment=$cache/captioner/environment-$(printf %s "$checkout" | cksum | cut -d' ' -f1)
    if mkdir -p -- "$environment" 2>/dev/null && [ -w "$environment" ]; then return; fi
    fail "neither $checkout/.venv nor $environment can be written to." \
        "Name a folder for the Python environment in CAPTIONER_ENVIRONMENT."
}

# What must be the same for an environment to be up to date. In a read-only checkout the project itself is a copy.
wanted() {
    printf '%s\n' "$checkout"
    cksum <"$checkout/pyproject.toml"
    if ! editable; then
        find "$checkout/captioner" "$checkout/resources" -type f ! -name '*.pyc' -exec cksum {} + | LC_ALL=C sort
    fi
}

editable() { [ -w "$checkout" ] && [ -w "$checkout/captioner" ]; }

# up_to_date EXTRA: whether the environment holds this project as it is now, with the extra ("run" for none).
# An environment for tests serves to run, too.
up_to_date() {
    local stamp
    for stamp in "$environment/captioner-$1.stamp" "$environment/captioner-test.stamp"; do
        if [ -x "$scripts/python" ] && [ -f "$stamp" ] && [ "$(wanted)" = "$(cat -- "$stamp")" ]; then return 0; fi
    done
    return 1
}

# prepare EXTRA PACKAGE…: the whole work. EXTRA is "run" or "test". Quick where there is nothing to do.
prepare() {
    local extra=$1
    shift
    leave_other_environments
    choose_environment
    find_scripts
    if up_to_date "$extra"; then return; fi
    find_python
    # Two at once would break each other's work. Where there is no flock (macOS), take care yourself.
    exec 9<"$checkout/pyproject.toml"
    if command -v flock >/dev/null && ! flock -n 9; then
        say "Another run is installing; waiting for it …"
        flock 9 || true
    fi
    if ! up_to_date "$extra"; then
        check_space
        install_packages "$@"
        make_environment
        install_project "$extra"
    fi
    exec 9<&-
}

find_scripts() {
    scripts=$environment/bin
    if [ -d "$environment/Scripts" ]; then scripts=$environment/Scripts; fi # Windows
}

check_space() {
    local free
    free=$(df -Pk -- "$environment" 2>/dev/null | awk 'NR == 2 { print int($4 / 1024) }')
    if [ -n "$free" ] && [ "$free" -lt "$NEEDED_MB" ] && [ ! -x "$scripts/python" ]; then
        fail "$environment has $free MB of free space; the installation takes up to $NEEDED_MB MB." \
            "Make room, or name a folder on another disk in CAPTIONER_ENVIRONMENT."
    fi
}

# install_packages PACKAGE…: those of Debian's packages that are missing. Without the right to install the user is told
# what to run, and we go on: what does not need them works.
install_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        if [ "$(uname -s)" = Linux ]; then say "Sound capture needs PortAudio from your system's packages."; fi
        return 0
    fi
    local package missing=
    for package in "$@"; do
        case $(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null) in
            ii*) ;;
            *) missing="$missing $package" ;;
        esac
    done
    if [ -z "$missing" ]; then return 0; fi
    local root=
    if [ "$(id -u)" -ne 0 ]; then
        root="sudo -n"
        if ! sudo -n true 2>/dev/null; then
            say "These system packages are missing, and only an administrator can install them:$missing"
            say "  Run: sudo apt-get install --no-install-recommends$missing"
            return 0
        fi
    fi
    say "Installing system packages:$missing"
    # shellcheck disable=SC2086  # lists of words
    if ! { $root apt-get -qq -o DPkg::Lock::Timeout=300 update &&
        $root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 \
            install --no-install-recommends $missing; } >"$environment/apt.log" 2>&1 9<&-; then
        tail -n 3 "$environment/apt.log" >&2
        say "The system packages could not be installed (all of it: $environment/apt.log)."
        say "  Try: ${root:+sudo }apt-get install --no-install-recommends$missing"
    fi
}

make_environment() {
    if "$scripts/python" -m pip --version >/dev/null 2>&1; then return; fi
    say "Making a Python environment in $environment"
    # Debian keeps ensurepip in a package of its own; without it the environment gets its pip from PyPI.
    if "$python" -c 'import ensurepip' 2>/dev/null; then
        empty_environment || fail "the environment could not be made in $environment."
        return
    fi
    empty_environment --without-pip ||
        fail "this Python cannot make environments." "On Debian and Ubuntu: sudo apt-get install python3-venv"
    local pip=$environment/captioner-pip
    if "$python" "$checkout/packaging/fetch_pip.py" "$pip" >&2 &&
        "$scripts/python" "$pip/pip" --quiet install --ignore-installed pip >&2; then
        rm -rf -- "$pip"
        return
    fi
    rm -rf -- "$pip"
    install_packages python3-venv
    { "$python" -c 'import ensurepip' 2>/dev/null && empty_environment; } ||
        fail "there is no pip and it could not be fetched." \
            "Check the network, or on Debian and Ubuntu: sudo apt-get install python3-venv"
}

# empty_environment OPTION…: what is left of a broken one goes; a folder that never was one is not emptied.
empty_environment() {
    if [ -f "$environment/pyvenv.cfg" ]; then set -- --clear "$@"; fi
    "$python" -m venv "$@" "$environment" >&2 || return
    find_scripts
}

# install_project EXTRA: the project and what it needs, from PyPI.
install_project() {
    local extra=$1 what=$checkout copy="" log=$environment/pip.log
    say "Installing captioner and its libraries (some hundred megabytes, only this once) …"
    if ! editable; then # building writes beside the sources
        copy=$environment/captioner-source
        rm -rf -- "$copy" && mkdir -- "$copy"
        cp -R -- "$checkout/pyproject.toml" "$checkout/README.md" "$checkout/LICENSE" \
            "$checkout/captioner" "$checkout/resources" "$copy"
        chmod -R u+w -- "$copy"
        what=$copy
    fi
    if [ "$extra" = test ]; then what="${what}[test]"; fi
    local options="--log"
    if [ ! -t 2 ]; then options="--quiet --progress-bar off --log"; fi # else somebody watches: show progress
    if [ -z "$copy" ]; then set -- --editable; else set --; fi
    rm -f -- "$log" "$environment"/captioner-*.stamp
    # shellcheck disable=SC2086  # a list of words
    PYTHONWARNINGS=ignore "$scripts/python" -m pip install $options "$log" ${1+"$1"} "$what" >&2 || explain_pip "$log"
    if [ -n "$copy" ]; then rm -rf -- "$copy"; fi
    wanted >"$environment/captioner-$extra.stamp"
}

# explain_pip LOG: says in words why pip failed, and ends.
explain_pip() {
    if grep -q -i -E 'no space left|disk quota' "$1"; then
        fail "the disk is full ($environment)." "Make room (about $NEEDED_MB MB) and run this again."
    elif grep -q -i -E 'failed to establish|name resolution|timed out|connection (refused|reset|aborted)|proxyerror|network is unreachable|certificate' "$1"; then
        fail "the Python packages could not be fetched: no way to PyPI." \
            "Check the network (behind a proxy: HTTPS_PROXY; with a mirror: PIP_INDEX_URL) and run this again. Log: $1"
    fi
    fail "the Python packages could not be installed." "pip's own words are above, all of it in $1"
}
