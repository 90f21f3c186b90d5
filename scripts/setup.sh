#!/bin/sh
# Installs what building and testing need beyond Swift, where it is missing.
set -eu

command -v swift >/dev/null 2>&1 || { echo "setup: Swift 6.1 or later is needed: see https://www.swift.org/install" >&2; exit 1; }

missing=""
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
{ command -v pkg-config >/dev/null 2>&1 && pkg-config --exists lua5.4; } || missing="$missing liblua5.4-dev"
{ command -v pkg-config >/dev/null 2>&1 && pkg-config --exists sqlite3; } || missing="$missing libsqlite3-dev"
# The tests ask a stock Lua whether the editor stubs are Lua.
command -v lua5.4 >/dev/null 2>&1 || missing="$missing lua5.4"
[ -z "$missing" ] && exit 0

echo "setup: installing$missing"
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root apt-get install -y -qq $missing >/dev/null
