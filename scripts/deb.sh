#!/bin/sh
# Builds the Debian package into .build/deb: scripts/deb.sh, or scripts/deb.sh PROGRAM to pack a program that is built.
#
# The program is built as scripts/release.sh does, so that a machine which runs it needs no Swift. The same sources on the same
# system give the same bytes, dated SOURCE_DATE_EPOCH: by default the day of the last commit.
set -eu

for tool in dpkg-deb dpkg-shlibdeps readelf strip; do
    command -v "$tool" >/dev/null || { echo "deb: $tool is missing: apt-get install dpkg-dev binutils" >&2; exit 1; }
done
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC
umask 022
maintainer=${DEB_MAINTAINER:-Waymark <waymark@waymark.example>}
out=.build/deb

program=${1:-}
if [ -z "$program" ]; then
    scripts/release.sh waymark
    program=.build/profile/release/waymark
fi

root=$out/root
rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/etc/waymark" "$root/usr/lib/systemd/system" "$root/usr/share/waymark" \
    "$root/usr/share/doc/waymark" "$root/usr/share/man/man1" "$root/usr/share/bash-completion/completions"
strip --strip-unneeded -R .comment -o "$root/usr/bin/waymark" "$program"
waymark=$root/usr/bin/waymark
version=$("$waymark" --version)
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)

# What git does not know of is not part of the project.
files() { if git ls-files >/dev/null 2>&1; then git ls-files "$1"; else find "$1" ! -type d ! -name '*.rejects.ndjson'; fi; }
copy() {
    files "$1" | sort | while read -r file; do
        mkdir -p "$2/$(dirname "$file")"
        if [ -L "$file" ]; then cp -P "$file" "$2/$file"; else install -m "$([ -x "$file" ] && echo 755 || echo 644)" "$file" "$2/$file"; fi
    done
}
copy rules "$root/usr/share/waymark"
copy editor "$root/usr/share/waymark"
copy docs "$root/usr/share/doc/waymark"
copy examples "$root/usr/share/doc/waymark"
# The pages link to them.
ln -s ../../waymark/rules "$root/usr/share/doc/waymark/rules"
ln -s ../../waymark/editor "$root/usr/share/doc/waymark/editor"
install -m 644 README.md "$root/usr/share/doc/waymark/README.md"
for unit in packaging/*.service packaging/*.timer; do install -m 644 "$unit" "$root/usr/lib/systemd/system/"; done
install -m 755 packaging/on-failure "$root/etc/waymark/on-failure"
scripts/man.sh "$waymark" "$day" | gzip -9n >"$root/usr/share/man/man1/waymark.1.gz"
"$waymark" --generate-completion-script bash | sed '1{/^#!/d}' >"$root/usr/share/bash-completion/completions/waymark"

licence() {
    printf '\n\n%s\n%s\n\n' "$1" "$(printf '%s' "$1" | tr -c '\n' '-')"
    shift
    # Debian has the text of the Apache License on every system.
    sed -e '/^ *Apache License *$/,/END OF TERMS AND CONDITIONS/c\The Apache License, version 2.0: /usr/share/common-licenses/Apache-2.0' \
        -e '/APPENDIX: How to apply/,/limitations under the License\./d' "$@"
}
checkouts=.build/checkouts
[ -d .build/profile/checkouts ] && checkouts=.build/profile/checkouts
{
    cat packaging/copyright
    licence "Swift" "$(dirname "$(readlink -f "$(command -v swift)")")/../share/swift/LICENSE.txt"
    for package in "$checkouts"/*/; do licence "$(basename "$package")" "$package"LICENSE* $(ls "$package"NOTICE* 2>/dev/null || true); done
} >"$root/usr/share/doc/waymark/copyright"

# The libraries that the program asks for, with the oldest versions that have what it uses.
work=$out/shlibs
rm -rf "$work"
mkdir -p "$work/debian"
printf 'Source: waymark\n\nPackage: waymark\nArchitecture: any\n' >"$work/debian/control"
binary=$PWD/$waymark
depends=$(cd "$work" && dpkg-shlibdeps -O "$binary" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
# A store's tables want more of SQLite than its functions show.
depends=$(printf '%s' "$depends" | sed 's/libsqlite3-0 ([^)]*)/libsqlite3-0 (>= 3.37)/')
# And its packed addresses want more of the C library than its functions show (docs/decisions/0029-linked-as-one.md).
if readelf -V "$binary" | grep -q GLIBC_ABI_DT_RELR; then depends=$(printf '%s' "$depends" | sed 's/libc6 ([^)]*)/libc6 (>= 2.36)/'); fi
[ -n "$depends" ] || { echo "deb: dpkg-shlibdeps does not say what the program depends on" >&2; exit 1; }

fill() {
    sed -e "s|@VERSION@|$version|" -e "s|@MAINTAINER@|$maintainer|" -e "s|@DEPENDS@|$depends|" -e "s|@SIZE@|${size:-0}|" \
        -e "s|@ARCHITECTURE@|$(dpkg --print-architecture)|" -e "s|@DATE@|$(date -u -R -d "@$SOURCE_DATE_EPOCH")|" "$1"
}
fill packaging/changelog | gzip -9n >"$root/usr/share/doc/waymark/changelog.gz"
size=$(find "$root" -path "$root/DEBIAN" -prune -o -type f -printf '%s\n' | awk '{ total += int(($1 + 1023) / 1024) } END { print total }')
fill packaging/control >"$root/DEBIAN/control"
install -m 644 packaging/conffiles "$root/DEBIAN/conffiles"
for script in postinst prerm postrm; do install -m 755 "packaging/$script" "$root/DEBIAN/$script"; done
(cd "$root" && find . -path ./DEBIAN -prune -o -type f -print | sed 's|^\./||' | grep -v '^etc/' | sort | xargs -d '\n' md5sum) >"$root/DEBIAN/md5sums"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

package=$out/waymark_${version}_$(dpkg --print-architecture).deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >/dev/null
echo "$package: $(stat -c %s "$package") bytes, sha256 $(sha256sum "$package" | cut -c 1-64)"
