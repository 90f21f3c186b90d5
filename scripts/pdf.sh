#!/bin/sh
# Makes a PDF of a page that waymark has written, with WeasyPrint or Chromium, whichever is installed.
# Usage: pdf.sh PAGE.html PAGE.pdf
set -eu
if [ $# -ne 2 ]; then
    echo "usage: pdf.sh PAGE.html PAGE.pdf" >&2
    exit 2
fi
page=$1
pdf=$2
if [ ! -r "$page" ]; then
    echo "pdf.sh: cannot read \`$page\`" >&2
    exit 2
fi
if command -v weasyprint > /dev/null; then
    exec weasyprint --quiet "$page" "$pdf"
fi
for browser in chromium chromium-browser google-chrome; do
    command -v "$browser" > /dev/null || continue
    case $page in /*) ;; *) page=$PWD/$page ;; esac
    # A folder of its own, so that a browser that is open already is left alone. Root has no sandbox to be in.
    profile=$(mktemp -d)
    trap 'rm -rf "$profile"' EXIT
    [ "$(id -u)" -ne 0 ] && sandbox= || sandbox=--no-sandbox
    "$browser" --headless $sandbox --disable-gpu --user-data-dir="$profile" --no-pdf-header-footer --print-to-pdf="$pdf" "file://$page" 2> /dev/null
    [ -s "$pdf" ] && exit 0
    echo "pdf.sh: $browser made no PDF of \`$page\`" >&2
    exit 1
done
echo "pdf.sh: neither WeasyPrint nor Chromium is installed: \`apt-get install weasyprint\`, or open \`$page\` in a browser and print it to a file" >&2
exit 1
