#!/usr/bin/env bash
# Installs what Debian and Ubuntu need to build and run Witnessmark, if anything of it is missing.
set -euo pipefail

# cmake and nasm build libjpeg-turbo, perl and make OpenSSL (for SQLCipher). A window needs the libraries and zenity at run
# time; the tests check with xvfb, strace, ssh-keygen, exiftool, python3, GDAL and Gnumeric what the program does and what
# others make of its files.
packages=(gcc g++ libc6-dev cmake nasm perl make pkg-config
    libgl1 libegl1 libgl1-mesa-dri libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrandr2 libxkbcommon0
    libxkbcommon-x11-0 libfontconfig1 zenity
    xvfb strace openssh-client python3 python3-venv gdal-bin gnumeric libimage-exiftool-perl poppler-utils)

missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing: ${missing[*]}"
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

if ! command -v cargo >/dev/null; then
    if [ -f "$HOME/.cargo/env" ]; then
        echo "cargo is installed but not on the PATH: run  . \"$HOME/.cargo/env\"  and try again." >&2
    else
        echo "Rust 1.95 or newer is needed: see https://rustup.rs" >&2
    fi
    exit 1
fi
