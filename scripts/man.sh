#!/bin/sh
# The manual page, made of what the program says of itself: scripts/man.sh PATH-TO-WAYMARK YEAR-MONTH-DAY
set -eu
waymark=$1
day=$2

# A backslash, and a dot or a quote at the start of a line, mean something to the formatter; a hyphen would be a dash.
plain() { sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^[.']/\\\\\&&/"; }

verbs() {
    "$waymark" --help | sed -n '/^SUBCOMMANDS:/,/^$/p' | sed -n 's/^  \([a-z][a-z]*\)  *\(.*\)$/\1\t\2/p;s/^   *\([^ ].*\)$/\t\1/p' |
        grep -v 'See .waymark help' | plain |
        awk -F '\t' '$1 != "" { print ".TP\n.B " $1 } { print $2 }'
}

cat <<END
.TH WAYMARK 1 "$day" "waymark $("$waymark" --version)" "User Commands"
.SH NAME
waymark \\- rules for Integrated Offender Management that explain themselves
.SH SYNOPSIS
.B waymark
.I verb
.RI [ argument " ...] [" option " ...]"
.br
.B waymark help
.I verb
.SH DESCRIPTION
A borough's rule pack is a folder of rules; a cohort is a file of nominals. Waymark recommends, and people decide.
Every verb has
.B \\-\\-help
with an example.
.SH VERBS
$(verbs)
.SH EXIT STATUS
.TP
.B 0
done, and all checks hold
.TP
.B 1
a check failed, or a pack does not load
.TP
.B 2
wrong usage, or a file that cannot be opened, read or written
.TP
.B 3
done, but some lines were rejected or some rules failed
.TP
.B 4
not permitted
.TP
.B 70
a fault of the program's own
.SH ENVIRONMENT
.TP
.B WAYMARK_STORE
the store's folder, where
.B \\-\\-store
does not name one
.SH FILES
.TP
.I /var/lib/waymark
the store that the run of each night works on
.TP
.I /etc/waymark/on\\-failure
run when that has failed, to tell somebody
.TP
.I /usr/share/waymark/rules
the packs that come with the program
.TP
.I /usr/share/waymark/editor
what an editor needs to complete names in packs
.SH SEE ALSO
.I /usr/share/doc/waymark/docs
END
