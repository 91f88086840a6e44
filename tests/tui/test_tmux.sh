#!/bin/sh
# test_tmux.sh PROGRAM FOLDER: the program in a real terminal emulator (tmux): what is drawn is what is shown, in colour.
# Polls for text and never sleeps for a fixed time. Exit status 77, skipped, where tmux is missing.
set -eu
program=$1 folder=$2
command -v tmux >/dev/null || exit 77
socket="whosaid-test-$$"
export LC_ALL=C.UTF-8
unset TMUX NO_COLOR COLORTERM

in_tmux() {
    tmux -L "$socket" -f /dev/null "$@"
}
trap 'in_tmux kill-server 2>/dev/null || true' EXIT

screen() {
    in_tmux capture-pane -p -t 0 "$@"
}

# expect TEXT: waits until the screen shows it, at most 200 times a tenth of a second.
expect() {
    tries=0
    until screen | grep -qF -- "$1"; do
        tries=$((tries + 1))
        if [ "$tries" -gt 200 ]; then
            echo "the screen never showed: $1"
            screen
            exit 1
        fi
        sleep 0.1
    done
}

keys() {
    in_tmux send-keys -t 0 "$@"
}

in_tmux new-session -d -x 120 -y 36 "env TERM=screen-256color sh -c '\"$program\" \"$folder\"; echo status \$?; read end'"
expect 'Ferry towns settle on a common timetable'
screen -e | grep -q "$(printf '\033\\[[0-9;]*38;5;')" || { echo 'nothing is coloured'; screen -e; exit 1; }
keys j
expect 'About 3,500 people'
keys k Enter
expect 'Nobody should have to miss a boat'
keys ']' c
expect 'outlets with full text'
keys q
expect 'Ferry towns settle on a common timetable'
keys '?'
expect 'next row or line'
keys q
in_tmux resize-window -t 0 -x 80 -y 24
keys Q
expect 'status 0'
