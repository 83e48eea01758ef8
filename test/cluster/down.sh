#!/bin/bash
# down.sh DIR: ends the cluster of up.sh, by its own pid files only.
pids() { for f in "$1"/slurmd-*.pid "$1/slurmctld.pid" "$1/munge/pid"; do [ -s "$f" ] && cat "$f"; done; }
all=$(pids "$1")
for pid in $all; do kill "$pid" 2>/dev/null; done; sleep 1
for pid in $all; do kill -9 "$pid" 2>/dev/null; done
true
